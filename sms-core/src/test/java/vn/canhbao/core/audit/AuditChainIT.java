package vn.canhbao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.key.OfficeKey;
import vn.canhbao.core.recipient.TestKey;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class AuditChainIT {

    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00.123Z");

    private final TestDatabase.Opened database;
    private final SettableClock clock = new SettableClock(NOON);
    private final AuditTrail trail;
    private final AuditChain chain;

    AuditChainIT(TestDatabase kind) {
        database = kind.open();
        trail = new AuditTrail(database.jdbc(), clock);
        chain = chain(TestKey.KEY);
    }

    private AuditChain chain(OfficeKey key) {
        return new AuditChain(
                database.jdbc(),
                database.jdbcTemplate(),
                new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())),
                key);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(int rows) {
        IntStream.range(0, rows).forEach(i -> {
            trail.record("quantri", "CAMPAIGN_APPROVED", "campaign " + i, i % 2 == 0 ? null : "lý do " + i);
            clock.advance(Duration.ofMinutes(1));
        });
    }

    private long idOf(int campaign) {
        return database.jdbc()
                .sql("SELECT id FROM audit_trail WHERE subject = ?")
                .param("campaign " + campaign)
                .query(Long.class)
                .single();
    }

    @Test
    void aTrailThatNobodyTouchedIsWhole() {
        write(1_100);

        ChainVerdict verdict = chain.verify();

        assertThat(verdict.whole()).as(verdict.finding()).isTrue();
        assertThat(verdict.rows()).isEqualTo(1_100);
        assertThat(verdict.lastHash()).hasSize(64);
    }

    @Test
    void anEmptyTrailIsWhole() {
        assertThat(chain.verify().whole()).isTrue();
    }

    @Test
    void theFirstChangedRowIsNamed() {
        write(20);
        chain.seal();
        database.jdbc()
                .sql("UPDATE audit_trail SET actor = 'soanthao' WHERE id IN (?, ?)")
                .params(idOf(7), idOf(12))
                .update();

        ChainVerdict verdict = chain.verify();

        assertThat(verdict.whole()).isFalse();
        assertThat(verdict.brokenRow()).isEqualTo(idOf(7));
        assertThat(verdict.rows()).isEqualTo(7);
        assertThat(verdict.finding()).contains("Dòng " + idOf(7));
    }

    @Test
    void aDeletedRowIsNamedByTheOneBeforeIt() {
        write(20);
        chain.seal();
        database.jdbc()
                .sql("DELETE FROM audit_trail WHERE id = ?")
                .param(idOf(7))
                .update();

        ChainVerdict verdict = chain.verify();

        assertThat(verdict.whole()).isFalse();
        assertThat(verdict.brokenRow()).isEqualTo(idOf(6));
        assertThat(verdict.finding()).contains("Thiếu dòng thứ 8");
    }

    @Test
    void theLastRowCannotGoUnseenEither() {
        write(5);
        chain.seal();
        database.jdbc()
                .sql("DELETE FROM audit_trail WHERE id = ?")
                .param(idOf(4))
                .update();

        assertThat(chain.verify().finding()).contains("Thiếu dòng thứ 5");
    }

    @Test
    void whoLacksTheKeyCannotSealAChangedRowAgain() {
        write(3);
        chain.seal();
        database.jdbc()
                .sql("UPDATE audit_trail SET actor = 'soanthao', chain_no = NULL, chain_hash = NULL")
                .update();
        database.jdbc().sql("DELETE FROM audit_chain").update();
        chain(new OfficeKey(() -> new byte[] {9})).seal();

        assertThat(chain.verify().whole()).isFalse();
    }

    @Test
    void writersAndSealersAtOnceKeepOneChain() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Void>> work = IntStream.range(0, 6)
                    .<Callable<Void>>mapToObj(writer -> () -> {
                        for (int i = 0; i < 40; i++) {
                            trail.record("w" + writer, "CAMPAIGN_APPROVED", "campaign " + i, null);
                            if (i % 5 == 0) {
                                chain.seal();
                            }
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }

        ChainVerdict verdict = chain.verify();

        assertThat(verdict.whole()).as(verdict.finding()).isTrue();
        assertThat(verdict.rows()).isEqualTo(240);
    }

    @Test
    void whatRetentionTakesAwayLeavesAWholeChainBehind() {
        write(30);

        int gone = chain.forget(NOON.plus(Duration.ofMinutes(10)), 100);

        assertThat(gone).isEqualTo(10);
        assertThat(chain.verify().rows()).isEqualTo(20);
        assertThat(chain.verify().whole()).isTrue();

        database.jdbc()
                .sql("DELETE FROM audit_trail WHERE id = ?")
                .param(idOf(10))
                .update();
        assertThat(chain.verify().whole()).isFalse();

        database.jdbc().sql("UPDATE audit_chain SET first_no = 11").update();
        assertThat(chain.verify().finding()).contains("Đầu chuỗi");
    }

    @Test
    void aNumberInAReasonIsNotKept() {
        trail.record("quantri", "SUPPRESSION_LIFTED", "suppression", "anh ấy gọi từ 0912 345 678, +84912345678");

        assertThat(trail.search(AuditSearch.EVERYTHING, null, 1).getFirst().detail())
                .isEqualTo("anh ấy gọi từ •••, •••");
    }
}
