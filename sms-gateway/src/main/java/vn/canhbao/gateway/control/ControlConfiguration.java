package vn.canhbao.gateway.control;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.canhbao.gateway.ledger.LedgerTables;
import vn.canhbao.gateway.ledger.LinkLedgers;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.OperatorRates;
import vn.canhbao.gateway.smpp.SmppLinks;

/** The keeping of leases and orders on this node. */
@Configuration(proxyBeanMethods = false)
class ControlConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    FleetKeeping fleetKeeping(
            @Value("${canhbao.node:canhbao-1}") String node,
            LinkPlan plan,
            SmppLinks links,
            LinkLedgers ledgers,
            LedgerTables ledgerTables,
            LeaseTables leaseTables,
            OperatorRates operatorRates,
            Fleet fleet) {
        LeaseTimings timings = LeaseTimings.USUAL;
        List<LinkFollower> followers = links.byName().values().stream()
                .map(link -> new LinkFollower(fleet, link, ledgers.of(link.name())))
                .toList();
        return new FleetKeeping(
                new LeaseKeeper(node, links.byName(), leaseTables, fleet, System::nanoTime, timings),
                new DeadNodes(node, leaseTables.nodes(), ledgerTables, ledgers, plan, timings),
                followers,
                new OperatorShares(plan, operatorRates, fleet),
                timings);
    }
}
