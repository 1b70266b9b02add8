package vn.canhbao.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.canhbao.gateway.smpp.ScriptedSmsc.SUBMIT_SM;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.MessageView;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.gateway.ledger.LinkLedger;
import vn.canhbao.gateway.ledger.StoredLedgers;
import vn.canhbao.gateway.ledger.TestLinks;
import vn.canhbao.gateway.link.WaveGate;

/** A submit_sm_resp after the response timeout, from the socket to the message's row. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LateAnswerIT {

    final TestDatabase.Opened database;
    final StoredWave stored;
    final Clock clock = new SettableClock(StoredWave.NOW);
    final CompletableFuture<Late> late = new CompletableFuture<>();
    ScriptedSmsc smsc;
    SmppLink link;
    LinkLedger ledger;

    /** A submit_sm whose answer the test holds back. */
    record Late(ScriptedSmsc.Session session, vn.canhbao.gateway.smpp.wire.Pdu pdu) {

        void answer(int commandStatus, String id) throws IOException {
            session.answer(pdu, commandStatus, id);
        }
    }

    LateAnswerIT(TestDatabase kind) throws IOException {
        database = kind.open();
        stored = StoredWave.in(database).withMessages(1, "xin chào", 1);
        smsc = new ScriptedSmsc(
                (pdu, session) -> pdu.commandId() == SUBMIT_SM && late.complete(new Late(session, pdu)));
        link = new SmppLink(
                "viettel", WiredLink.settings(smsc.port(), Map.of("response-timeout", "200ms")), Clock.systemUTC());
        link.start(deliverSm -> {});
        await().until(link::isUp);
        ledger = ledger();
    }

    @AfterEach
    void close() throws Exception {
        ledger.close(Duration.ZERO);
        link.close();
        smsc.close();
        database.close();
    }

    @Test
    void anAcceptanceThatComesLateMakesTheMessageSubmittedWithItsId() throws Exception {
        Late answer = late.get();
        await().until(() -> stored.tally().unanswered() == 1);

        answer.answer(0, "ABC1");

        await().until(() -> stored.tally().submitted() == 1);
        assertThat(view().segments().getFirst().smscMessageId()).isEqualTo("ABC1");
        assertThat(ledger.inFlight()).isZero();
    }

    @Test
    void aRefusalThatComesLateMakesTheMessageFailed() throws Exception {
        Late answer = late.get();
        await().until(() -> stored.tally().unanswered() == 1);

        answer.answer(0x0B, null);

        await().until(() -> stored.tally().failed() == 1);
        assertThat(view().detail()).contains("0x0B");
    }

    @Test
    void aThrottleAnswerThatComesLateLeavesTheMessageToThePolicy() throws Exception {
        Late answer = late.get();
        await().until(() -> stored.tally().unanswered() == 1);

        answer.answer(0x58, null);

        await().during(Duration.ofMillis(500)).until(() -> stored.tally().unanswered() == 1);
    }

    private MessageView view() {
        return stored.messages().page(stored.campaign(), null, null, 1).getFirst();
    }

    private LinkLedger ledger() {
        var tables = StoredLedgers.tables(database, stored, clock);
        LinkLedger started = new LinkLedger(
                "viettel",
                "node",
                tables,
                1,
                TestLinks.of(database, clock, Map.of("viettel", Map.of())).work("viettel", tables));
        var submission = new MessageSubmission(
                link, started.ahead(), (wave, begun) -> WaveGate.Verdict.SEND, clock, started::late);
        started.start();
        started.claimFor(message -> Thread.startVirtualThread(() -> send(started, submission, message)));
        return started;
    }

    private static void send(LinkLedger ledger, MessageSubmission submission, ClaimedMessage message) {
        try {
            ledger.settled(submission.send(message));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
