package vn.canhbao.report;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.operator.Tariffs;
import vn.canhbao.core.statistics.KeptStatistics;

/** The readers of reports and statistics, over a test database. */
public final class StoredStatistics {

    private final TestDatabase.Opened database;
    private final Clock clock = Clock.fixed(SampleReport.NOW, ZoneOffset.UTC);
    private final KeptStatistics kept;
    private final TallyCells tallies;

    public StoredStatistics(TestDatabase.Opened database) {
        this.database = database;
        kept = KeptStatistics.in(database, clock);
        tallies = new TallyCells(
                database.jdbc(),
                new SegmentPrices(
                        new Tariffs(database.jdbc(), new AuditTrail(database.jdbc(), clock), clock),
                        SampleReport.OFFICE));
    }

    KeptStatistics kept() {
        return kept;
    }

    public ReportFactsReader reports() {
        return new ReportFactsReader(
                tallies,
                new SentCampaigns(database.jdbc(), code -> Optional.of("Chủ đề " + code)),
                kept.people(),
                kept.keeper(),
                new ReportedBroadcasts(database.jdbc()),
                new DataSourceTransactionManager(database.source()),
                clock);
    }

    StatisticsReader statistics() {
        return new StatisticsReader(
                tallies,
                new SentCampaigns(database.jdbc(), code -> Optional.of("Chủ đề " + code)),
                kept.people(),
                new DataSourceTransactionManager(database.source()),
                clock);
    }
}
