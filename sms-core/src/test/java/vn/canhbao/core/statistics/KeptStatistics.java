package vn.canhbao.core.statistics;

import java.time.Clock;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.SchemaConfiguration;
import vn.canhbao.core.db.TestDatabase;

/** The classes that keep tallies, over a test database. */
public record KeptStatistics(
        TallyKeeper keeper, Reconciliation reconciliation, TallyChecks checks, ReachedPeople people) {

    public static KeptStatistics in(TestDatabase.Opened database, Clock clock) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database.source());
        KeptTallies kept = new KeptTallies(database.jdbc(), database.jdbcTemplate());
        TallyKeeper keeper = new TallyKeeper(
                kept,
                new MessageCounter(database.source(), SchemaConfiguration.dialectOf(database.source())),
                new KeptAcknowledgements(database.jdbc(), new TransactionTemplate(transactions), clock),
                transactions,
                clock);
        TallyChecks checks = new TallyChecks(database.jdbc(), database.jdbcTemplate());
        return new KeptStatistics(
                keeper,
                new Reconciliation(
                        kept,
                        keeper,
                        new WaveFigures(database.jdbc(), kept),
                        checks,
                        new AuditTrail(database.jdbc(), clock),
                        transactions,
                        clock),
                checks,
                new ReachedPeople(kept));
    }
}
