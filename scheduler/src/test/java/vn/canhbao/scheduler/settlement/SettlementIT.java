package vn.canhbao.scheduler.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.message.StoredWave.NOW;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.LateAnswer;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageSettlement;
import vn.canhbao.core.message.SegmentOutcome;
import vn.canhbao.core.message.StoredWave;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SettlementIT {

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(NOW);
    final StoredWave stored;
    final Campaigns campaigns;
    final Waves waves;
    final Settlement settlement;

    SettlementIT(TestDatabase kind) {
        database = kind.open();
        stored = StoredWave.in(database);
        var jdbc = database.jdbc();
        jdbc.sql("UPDATE wave SET expires_at = ?")
                .param(Utc.column(NOW.plus(Duration.ofHours(1))))
                .update();
        campaigns = new Campaigns(jdbc, clock);
        waves = new Waves(jdbc, clock);
        settlement = new Settlement(
                campaigns,
                waves,
                new MessageSettlement(jdbc),
                stored.tallies(),
                new AuditTrail(jdbc, clock),
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
                new SettlementSettings(Duration.ofHours(1), Duration.ofMinutes(10)),
                clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDaysAutomaticRepliesStayOpenUntilTheirWavesEnd() {
        database.jdbc().sql("UPDATE campaign SET automatic = TRUE").update();

        settlement.settle();
        assertThat(waves.get(stored.wave()).status()).isEqualTo(WaveStatus.RUNNING);
        clock.advance(Duration.ofHours(1));
        settlement.settle();

        assertThat(campaigns.get(stored.campaign()).status()).isEqualTo(CampaignStatus.FINISHED);
    }

    @Test
    void whatCouldNotBeSentInItsValidityExpiresAndTheCampaignEnds() {
        stored.withMessages(2, "xin chào", 1);
        settlement.settle();
        assertThat(stored.tally().pending()).isEqualTo(2);

        clock.advance(Duration.ofHours(1));
        settlement.settle();

        assertThat(stored.tally().expired()).isEqualTo(2);
        assertThat(waves.get(stored.wave()).status()).isEqualTo(WaveStatus.FINISHED);
        assertThat(campaigns.get(stored.campaign()).status()).isEqualTo(CampaignStatus.FINISHED);
    }

    @Test
    void aReceiptIsWaitedForUntilValidityAndGraceAreOver() {
        stored.withMessages(1, "xin chào", 1);
        answered(new SegmentOutcome(1, "A", "a", 0, NOW));

        clock.advance(Duration.ofMinutes(119));
        settlement.settle();
        assertThat(stored.tally().submitted()).isEqualTo(1);
        assertThat(waves.get(stored.wave()).status()).isEqualTo(WaveStatus.RUNNING);

        clock.advance(Duration.ofMinutes(1));
        settlement.settle();
        assertThat(stored.tally().unknown()).isEqualTo(1);
        assertThat(waves.get(stored.wave()).status()).isEqualTo(WaveStatus.FINISHED);
    }

    @Test
    void underKeepAnUnansweredMessageIsNeverSentAgainAndDoesNotHoldTheCampaignOpen() {
        stored.withMessages(1, "xin chào", 1);
        answered(new SegmentOutcome(1, null, null, null, NOW));

        clock.advance(Duration.ofMinutes(30));
        settlement.settle();

        assertThat(stored.tally().unanswered()).isEqualTo(1);
        assertThat(campaigns.get(stored.campaign()).status()).isEqualTo(CampaignStatus.FINISHED);
    }

    @Test
    void whatALateAnswerMadeSubmittedAfterItsWaveBecomesUnknownWhenNoReceiptComes() {
        stored.withMessages(1, "xin chào", 1);
        long id = answered(new SegmentOutcome(1, null, null, null, NOW));
        settlement.settle();
        assertThat(waves.get(stored.wave()).status()).isEqualTo(WaveStatus.FINISHED);
        stored.queue().recordLate("viettel", List.of(new LateAnswer(id, 1, 1, "A", "a", 0)), clock.instant());
        settlement.settle();
        assertThat(stored.tally().submitted()).isEqualTo(1);

        clock.advance(Duration.ofHours(2));
        settlement.settle();

        assertThat(stored.tally().unknown()).isEqualTo(1);
    }

    @Test
    void underResendItWaitsForAReceiptAndIsThenSentOnceMore() {
        database.jdbc().sql("UPDATE campaign SET unanswered_policy = 'RESEND'").update();
        stored.withMessages(1, "xin chào", 1);
        answered(new SegmentOutcome(1, null, null, null, NOW));

        clock.advance(Duration.ofMinutes(9));
        settlement.settle();
        assertThat(stored.tally().unanswered()).isEqualTo(1);
        assertThat(waves.get(stored.wave()).status()).isEqualTo(WaveStatus.RUNNING);

        clock.advance(Duration.ofMinutes(1));
        settlement.settle();
        assertThat(stored.tally().pending()).isEqualTo(1);

        answered(new SegmentOutcome(1, null, null, null, clock.instant()));
        clock.advance(Duration.ofMinutes(10));
        settlement.settle();
        assertThat(stored.tally().unanswered()).isEqualTo(1);
        assertThat(waves.get(stored.wave()).status()).isEqualTo(WaveStatus.FINISHED);
    }

    @Test
    void aCampaignWithARecurringWaveGoesOn() {
        waves.add(stored.campaign(), new WavePlan(null, "0 0 8 ? * MON"));

        settlement.settle();

        assertThat(waves.get(stored.wave()).status()).isEqualTo(WaveStatus.FINISHED);
        assertThat(campaigns.get(stored.campaign()).status()).isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void aPausedWaveStaysAsItIs() {
        stored.withMessages(1, "xin chào", 1);
        waves.transition(stored.wave(), WaveStatus.PAUSED);
        clock.advance(Duration.ofHours(5));

        settlement.settle();

        assertThat(stored.tally().pending()).isEqualTo(1);
        assertThat(waves.get(stored.wave()).status()).isEqualTo(WaveStatus.PAUSED);
    }

    private long answered(SegmentOutcome segment) {
        long id = stored.claim(1).getFirst().id();
        stored.queue().record("viettel", List.of(MessageOutcome.of(id, 1, List.of(segment))), NOW);
        return id;
    }
}
