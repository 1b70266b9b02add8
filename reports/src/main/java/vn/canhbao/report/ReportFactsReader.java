package vn.canhbao.report;

import java.sql.Connection;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.statistics.FailureReason;
import vn.canhbao.core.statistics.ReachedPeople;
import vn.canhbao.core.statistics.TallyKeeper;
import vn.canhbao.report.ReportFacts.Before;
import vn.canhbao.report.ReportFacts.FailureCount;
import vn.canhbao.report.ReportFacts.Row;
import vn.canhbao.report.ReportFacts.SentCampaign;
import vn.canhbao.report.TallyCells.Acknowledged;
import vn.canhbao.report.TallyCells.Cell;
import vn.canhbao.report.TallyCells.SentWave;
import vn.canhbao.report.TallyCells.UnitCell;

/**
 * What a report says of a period: the kept tallies of every wave that began in it, counted once more where messages have
 * moved. All tables come from one snapshot, so that they add up to the same total while messages move.
 */
@Component
public class ReportFactsReader {

    private final TallyCells tallies;
    private final SentCampaigns sentCampaigns;
    private final ReachedPeople people;
    private final TallyKeeper keeper;
    private final TransactionTemplate snapshot;
    private final ReportedBroadcasts broadcasts;
    private final Clock clock;

    ReportFactsReader(
            TallyCells tallies,
            SentCampaigns sentCampaigns,
            ReachedPeople people,
            TallyKeeper keeper,
            ReportedBroadcasts broadcasts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.tallies = tallies;
        this.sentCampaigns = sentCampaigns;
        this.people = people;
        this.keeper = keeper;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.broadcasts = broadcasts;
        this.clock = clock;
    }

    public ReportFacts read(ReportPeriod period) {
        keeper.refreshAll();
        return snapshot.execute(inOneSnapshot -> facts(period));
    }

    private ReportFacts facts(ReportPeriod period) {
        List<SentWave> sentWaves = tallies.waves(period);
        Map<Long, SentWave> waves = TallyCells.byId(sentWaves);
        List<Cell> cells = tallies.cells(period, waves);
        Map<Long, SentCampaign> campaigns = sentCampaigns.of(period);
        ReachedPeople.Count reached =
                people.of(sentWaves.stream().map(SentWave::id).toList());
        return new ReportFacts(
                period,
                clock.instant(),
                total(cells),
                reached.planned(),
                reached.confirmed(),
                tallies.acknowledged(period, waves).stream()
                        .mapToLong(Acknowledged::messages)
                        .sum(),
                rows(cells, Cell::operator, Cell::figures),
                rows(tallies.units(period), UnitCell::unit, UnitCell::figures),
                rows(cells, cell -> campaigns.get(cell.wave().campaign()).topic(), Cell::figures),
                failures(cells),
                sent(cells, campaigns),
                before(period.before()),
                broadcasts.of(period));
    }

    private Before before(ReportPeriod period) {
        return new Before(period, total(tallies.cells(period, TallyCells.byId(tallies.waves(period)))));
    }

    static Figures total(List<Cell> cells) {
        return cells.stream().map(Cell::figures).reduce(Figures.NONE, Figures::plus);
    }

    /** The most frequent first. */
    static List<FailureCount> failures(List<Cell> cells) {
        Map<FailureReason, Long> counts = new EnumMap<>(FailureReason.class);
        cells.stream()
                .filter(cell -> cell.reason() != null)
                .forEach(cell -> counts.merge(cell.reason(), cell.figures().planned(), Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new FailureCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FailureCount::messages).reversed())
                .toList();
    }

    /** The largest first. */
    private static <T> List<Row> rows(List<T> cells, Function<T, String> name, Function<T, Figures> figures) {
        Map<String, Figures> sums = new HashMap<>();
        cells.forEach(cell -> sums.merge(name.apply(cell), figures.apply(cell), Figures::plus));
        return sums.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong((Row row) -> row.figures().planned())
                        .reversed()
                        .thenComparing(Row::name))
                .toList();
    }

    /** In the order of their sending. */
    private static List<SentCampaign> sent(List<Cell> cells, Map<Long, SentCampaign> campaigns) {
        Map<Long, Figures> sums = new HashMap<>();
        cells.forEach(cell -> sums.merge(cell.wave().campaign(), cell.figures(), Figures::plus));
        return campaigns.values().stream()
                .map(campaign -> campaign.with(sums.getOrDefault(campaign.id(), Figures.NONE)))
                .sorted(Comparator.comparing(SentCampaign::firstSent).thenComparing(SentCampaign::id))
                .toList();
    }
}
