package vn.canhbao.gateway.ledger;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.campaign.CampaignStop;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.DelayedMessages;
import vn.canhbao.core.message.SubmitRefusals;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.gateway.link.AnswerWatch;
import vn.canhbao.gateway.link.ClaimAhead;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.LinkRouting;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.link.TrafficShares;
import vn.canhbao.gateway.link.WaveGate;

/** Links without wires: all are up unless a test says otherwise. */
public final class TestLinks {

    final Set<String> down = new HashSet<>();
    final LinkPlan plan;
    final LinkRouting routing;
    final RefusalTables tables;
    final DelayTimes times = new DelayTimes();
    final Map<String, AnswerWatch> answers = new TreeMap<>();
    private final TrafficShares shares;
    private final Clock clock;

    private TestLinks(TestDatabase.Opened database, Clock clock, LinkPlan plan) {
        this.plan = plan;
        this.clock = clock;
        var named = new NamedParameterJdbcTemplate(database.dataSource());
        Operators operators = new Operators(database.jdbc());
        tables = new RefusalTables(
                new SubmitRefusals(named),
                new DelayedMessages(named),
                new CampaignStop(
                        new Campaigns(database.jdbc(), clock),
                        new Waves(database.jdbc(), clock),
                        new AuditTrail(database.jdbc(), clock),
                        database.jdbc()),
                operators);
        shares = new TrafficShares(plan, clock);
        plan.links().keySet().forEach(link -> answers.put(link, new AnswerWatch(clock)));
        routing = new LinkRouting(
                plan,
                operators.displayNames().keySet(),
                link -> !down.contains(link),
                link -> !answers.get(link).isStuck(),
                shares);
    }

    /**
     * @param keys of each link's configuration; VIETTEL is served by all, {@code viettel} first, VINAPHONE by
     *     {@code vinaphone} where it exists
     */
    public static TestLinks of(TestDatabase.Opened database, Clock clock, Map<String, Map<String, String>> keys) {
        Map<String, LinkSettings> links = new TreeMap<>();
        keys.forEach((name, ofLink) -> {
            Map<String, String> all = new TreeMap<>(Map.of("host", "127.0.0.1", "port", "1", "system-id", "x"));
            all.putAll(ofLink);
            links.put(name, new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("", LinkSettings.class));
        });
        return new TestLinks(database, clock, new LinkPlan(links, Map.of("VIETTEL", List.copyOf(links.keySet()))));
    }

    public LinkWork work(String link, LedgerTables ledgerTables) {
        Rerouted rerouted = rerouted(link);
        return new LinkWork(
                plan.carries(link),
                room -> routing.turns(link, room),
                new ClaimAhead(() -> 0),
                new WaveGate(),
                delayed(link, rerouted),
                desk(link),
                rerouted,
                new ReceiptTimes(link, ledgerTables, shares));
    }

    Rerouted rerouted(String link) {
        return new Rerouted(tables.operators(), routing.firstServedBy(link));
    }

    DelayedClaims delayed(String link, Rerouted rerouted) {
        return new DelayedClaims(
                "node",
                link,
                plan.carries(link),
                () -> !down.contains(link),
                tables.delayed(),
                routing,
                times,
                rerouted);
    }

    RefusalDesk desk(String link) {
        return new RefusalDesk(link, plan, answers.get(link), tables, times);
    }
}
