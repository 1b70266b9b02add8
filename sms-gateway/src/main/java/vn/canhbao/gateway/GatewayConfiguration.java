package vn.canhbao.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.canhbao.core.campaign.ExerciseLinks;
import vn.canhbao.core.message.Carries;
import vn.canhbao.core.message.DoubtfulMessage;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.receipt.ReceiptJournal;
import vn.canhbao.gateway.control.Fleet;
import vn.canhbao.gateway.control.RunningState;
import vn.canhbao.gateway.ledger.DelayTimes;
import vn.canhbao.gateway.ledger.DelayedClaims;
import vn.canhbao.gateway.ledger.LedgerTables;
import vn.canhbao.gateway.ledger.LinkLedger;
import vn.canhbao.gateway.ledger.LinkLedgers;
import vn.canhbao.gateway.ledger.LinkWork;
import vn.canhbao.gateway.ledger.ReceiptTimes;
import vn.canhbao.gateway.ledger.RefusalDesk;
import vn.canhbao.gateway.ledger.RefusalTables;
import vn.canhbao.gateway.ledger.Rerouted;
import vn.canhbao.gateway.ledger.WaveReadings;
import vn.canhbao.gateway.link.ClaimAhead;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.LinkRouting;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.Links;
import vn.canhbao.gateway.link.OperatorRates;
import vn.canhbao.gateway.link.SegmentRate;
import vn.canhbao.gateway.link.TrafficShares;
import vn.canhbao.gateway.link.WaveGate;
import vn.canhbao.gateway.receipt.ReceiptIdFormats;
import vn.canhbao.gateway.receipt.ReceiptIntake;
import vn.canhbao.gateway.smpp.SmppLink;
import vn.canhbao.gateway.smpp.SmppLinks;

/** Puts the gateway together: from the plan of links to their wires, ledgers and states. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    private static final Logger log = LoggerFactory.getLogger(GatewayConfiguration.class);

    @Bean
    OperatorRates operatorRates(LinkPlan plan) {
        Map<String, SegmentRate> rates = new TreeMap<>();
        plan.operatorRates().forEach((operator, perSecond) -> rates.put(operator, new SegmentRate(perSecond)));
        return new OperatorRates(rates);
    }

    @Bean
    SmppLinks smppLinks(LinkPlan plan, OperatorRates operatorRates, Clock clock) {
        Map<String, SmppLink> links = new TreeMap<>();
        plan.links()
                .forEach((name, settings) -> links.put(
                        name,
                        // What an exercise sends takes nothing from an operator's rate.
                        new SmppLink(
                                name,
                                settings,
                                clock,
                                plan.carries(name) == Carries.EXERCISE ? OperatorRates.none() : operatorRates)));
        return new SmppLinks(links);
    }

    @Bean
    Fleet fleet() {
        return new Fleet();
    }

    @Bean
    TrafficShares trafficShares(LinkPlan plan, Clock clock) {
        return new TrafficShares(plan, clock);
    }

    @Bean
    LinkRouting linkRouting(LinkPlan plan, SmppLinks links, Fleet fleet, Operators operators, TrafficShares shares) {
        return new LinkRouting(
                plan,
                operators.displayNames().keySet(),
                name -> sendsHere(name, links, fleet) || fleet.runsElsewhere(name),
                name -> !links.of(name).answers().isStuck(),
                shares);
    }

    private static boolean sendsHere(String link, SmppLinks links, Fleet fleet) {
        return links.of(link).isUp() && fleet.mayClaim(link);
    }

    @Bean
    ExerciseLinks exerciseLinks(LinkPlan plan) {
        return plan::carriesExercises;
    }

    @Bean
    WaveGate waveGate() {
        return new WaveGate();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    WaveReadings waveReadings(WaveGate gate, LedgerTables tables) {
        return new WaveReadings(gate, tables.queue());
    }

    @Bean(destroyMethod = "close")
    LinkLedgers linkLedgers(
            LinkPlan plan,
            SmppLinks links,
            Fleet fleet,
            LinkRouting routing,
            TrafficShares shares,
            LedgerTables tables,
            RefusalTables refusals,
            OperatorRates operatorRates,
            WaveGate gate,
            @Value("${canhbao.node:canhbao-1}") String node) {
        List<DoubtfulMessage> doubtful =
                tables.transaction().execute(status -> tables.queue().doubtAfterRestart(node, plan::receiptsWanted));
        reportDoubts(doubtful);
        Map<String, LinkLedger> ledgers = new TreeMap<>();
        Duration patience = Duration.ZERO;
        DelayTimes delays = new DelayTimes();
        for (var entry : plan.links().entrySet()) {
            String name = entry.getKey();
            Rerouted rerouted = new Rerouted(refusals.operators(), routing.firstServedBy(name));
            SmppLink link = links.of(name);
            LinkWork work = new LinkWork(
                    plan.carries(name),
                    room -> sendsHere(name, links, fleet) ? routing.turns(name, room) : List.of(),
                    new ClaimAhead(() -> allowed(link, routing.mayServe(name), operatorRates)),
                    gate,
                    new DelayedClaims(
                            node,
                            name,
                            plan.carries(name),
                            () -> sendsHere(name, links, fleet),
                            refusals.delayed(),
                            routing,
                            delays,
                            rerouted),
                    new RefusalDesk(name, plan, link.answers(), refusals, delays),
                    rerouted,
                    new ReceiptTimes(name, tables, shares));
            // Without a window until there is a lease.
            LinkLedger ledger = new LinkLedger(name, node, tables, 0, work);
            ledger.start();
            ledgers.put(name, ledger);
            Duration answers = entry.getValue().responseTimeout();
            patience = answers.compareTo(patience) > 0 ? answers : patience;
        }
        return new LinkLedgers(ledgers, patience);
    }

    // The link's own rate, or that of its operators where each has one.
    private static double allowed(SmppLink link, List<String> operators, OperatorRates rates) {
        double ofLink = link.rate().allowedPerSecond();
        List<Double> ofOperators = operators.stream()
                .map(operator -> rates.of(operator).allowedPerSecond())
                .toList();
        if (ofOperators.contains(0.0)) {
            return ofLink;
        }
        double together = ofOperators.stream().mapToDouble(Double::doubleValue).sum();
        return ofLink == 0 ? together : Math.min(ofLink, together);
    }

    private static void reportDoubts(List<DoubtfulMessage> doubtful) {
        if (!doubtful.isEmpty()) {
            log.warn(
                    "{} tin chưa rõ đã gửi hay chưa khi máy chủ dừng (in doubt after the restart), trạng thái UNANSWERED: {}",
                    doubtful.size(),
                    doubtful.stream().map(DoubtfulMessage::messageId).toList());
        }
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ReceiptIntake receiptIntake(
            ReceiptJournal journal, LinkLedgers ledgers, @Value("${canhbao.node:canhbao-1}") String node) {
        return new ReceiptIntake(node, journal, ledgers::received);
    }

    @Bean
    LinkStates linkStates(
            Links links,
            SmppLinks wires,
            LinkLedgers ledgers,
            LinkRouting routing,
            ReceiptHealthReport receipts,
            ReceiptIdFormats formats,
            Fleet fleet) {
        wires.byName().forEach((name, wire) -> {
            LinkLedger ledger = ledgers.of(name);
            receipts.publish(name, ledger);
            links.register(
                    name,
                    () -> state(
                            wire,
                            ledger,
                            routing.mayServe(name),
                            receipts.of(name, ledger),
                            formats.state(name),
                            fleet));
        });
        return new LinkStates(wires.byName().size());
    }

    /** How many links report their state. */
    record LinkStates(int links) {}

    private static LinkState state(
            SmppLink wire,
            LinkLedger ledger,
            List<String> operators,
            LinkState.ReceiptHealth receipts,
            LinkState.ReceiptIds receiptIds,
            Fleet fleet) {
        var error = wire.lastError();
        String message = error == null ? null : error.message();
        Instant at = error == null ? null : error.at();
        int bound = wire.boundBinds();
        return new LinkState(
                wire.name(),
                wire.settings().address(),
                wire.settings().systemId(),
                operators,
                RunningState.bindState(wire, fleet),
                wire.settings().binds(),
                bound,
                wire.settings().window(),
                ledger.inFlight(),
                wire.settings().submitsPerSecond(),
                message,
                at,
                receipts,
                receiptIds,
                RunningState.of(wire, fleet));
    }
}
