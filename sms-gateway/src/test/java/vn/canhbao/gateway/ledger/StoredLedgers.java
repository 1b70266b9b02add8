package vn.canhbao.gateway.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.OrphanSegments;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.message.WaveSpreads;
import vn.canhbao.core.receipt.LinkReceiptFormats;
import vn.canhbao.core.receipt.ReceiptJournal;
import vn.canhbao.core.receipt.ReceiptOrphans;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.receipt.ReceiptCounts;
import vn.canhbao.gateway.receipt.ReceiptIdFormats;

/** What ledgers write to, for the links viettel and mobifone over a test's database. */
public final class StoredLedgers {

    private StoredLedgers() {}

    public static LedgerTables tables(TestDatabase.Opened database, StoredWave stored, Clock clock) {
        var jdbc = database.jdbcTemplate();
        Map<String, LinkSettings> links = new TreeMap<>();
        for (String link : List.of("viettel", "mobifone")) {
            links.put(
                    link,
                    new Binder(new MapConfigurationPropertySource(
                                    Map.of("host", "127.0.0.1", "port", 2775, "system-id", link)))
                            .bind("", LinkSettings.class)
                            .get());
        }
        return new LedgerTables(
                stored.queue(),
                new WaveSpreads(database.jdbc()),
                stored.matcher(),
                new ReceiptJournal(jdbc),
                new ReceiptOrphans(jdbc),
                new OrphanCare(
                        new ReceiptCounts(clock),
                        new ReceiptIdFormats(
                                new LinkPlan(links, Map.of()),
                                new LinkReceiptFormats(database.jdbc()),
                                new AuditTrail(database.jdbc(), clock),
                                clock),
                        new OrphanSegments(new NamedParameterJdbcTemplate(database.dataSource())),
                        Duration.ofDays(8)),
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
                clock);
    }
}
