package vn.canhbao.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.canhbao.gateway.smpp.ScriptedSmsc.BIND_RECEIVER;
import static vn.canhbao.gateway.smpp.ScriptedSmsc.BIND_TRANSCEIVER;
import static vn.canhbao.gateway.smpp.ScriptedSmsc.BIND_TRANSMITTER;
import static vn.canhbao.gateway.smpp.ScriptedSmsc.SUBMIT_SM;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.canhbao.gateway.link.BindState;
import vn.canhbao.gateway.smpp.wire.Pdu;

/** How a link holds, loses and renews its binds, against an SMSC that a test scripts on the socket. */
class LinkBindsIT {

    static final BindTimings SHORT =
            new BindTimings(Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofHours(1), Duration.ofHours(1), 3);

    ScriptedSmsc smsc;
    SmppLink link;

    @AfterEach
    void close() throws IOException {
        if (link != null) {
            link.close();
        }
        smsc.close();
    }

    @Test
    void onlyTheSlotsThatMayBeHeldAreBound() throws Exception {
        smsc = new ScriptedSmsc((pdu, session) -> false);
        link = link("binds", "3");
        link.hold(Set.of(1, 3));
        link.start(deliverSm -> {});

        await().until(() -> link.boundSlots().equals(Set.of(1, 3)));
        assertThat(smsc.bound(BIND_TRANSCEIVER)).isEqualTo(2);

        link.hold(Set.of(2, 3));

        await().until(() -> link.boundSlots().equals(Set.of(2, 3)) && smsc.bound(BIND_TRANSCEIVER) == 2);
    }

    @Test
    void aSlotThatIsGivenUpTakesNothingNewAndUnbindsWhenItsAnswersAreIn() throws Exception {
        var unanswered = new CompletableFuture<Runnable>();
        smsc = new ScriptedSmsc(
                (pdu, session) -> pdu.commandId() == SUBMIT_SM && unanswered.complete(later(session, pdu, 0, "77")));
        link = started();
        CompletableFuture<SubmitOutcome> first = submit();
        Runnable answer = unanswered.get();

        link.hold(Set.of());

        assertThat(link.isUp()).isFalse();
        assertThat(link.submit(pdu(), 0, late -> {}, () -> null)).isInstanceOf(SubmitOutcome.NotSent.class);
        assertThat(smsc.bound(BIND_TRANSCEIVER)).isEqualTo(1);

        answer.run();

        assertThat(first.get()).isEqualTo(new SubmitOutcome.Accepted("77"));
        await().until(() -> smsc.bound(BIND_TRANSCEIVER) == 0);
    }

    @Test
    void drainWaitsForTheAnswersAndThenUnbinds() throws Exception {
        var unanswered = new CompletableFuture<Runnable>();
        smsc = new ScriptedSmsc(
                (pdu, session) -> pdu.commandId() == SUBMIT_SM && unanswered.complete(later(session, pdu, 0, "77")));
        link = started();
        CompletableFuture<SubmitOutcome> first = submit();
        Runnable answer = unanswered.get();

        var drained = CompletableFuture.runAsync(() -> link.drain(Duration.ofSeconds(30)));
        await().until(() -> !link.isUp());
        assertThat(drained).isNotDone();
        answer.run();
        drained.get();

        assertThat(first.get()).isEqualTo(new SubmitOutcome.Accepted("77"));
        assertThat(link.state()).isEqualTo(BindState.STOPPED);
        await().until(() -> smsc.bound(BIND_TRANSCEIVER) == 0);
        link.start(deliverSm -> {});
        await().until(link::isUp);
    }

    @Test
    void drainGivesUpWhenItsPatienceIsOver() throws Exception {
        smsc = new ScriptedSmsc((pdu, session) -> pdu.commandId() == SUBMIT_SM);
        link = started();
        CompletableFuture<SubmitOutcome> silent = submit();
        await().until(() -> smsc.submits.get() == 1);

        link.drain(Duration.ZERO);

        assertThat(silent.get()).isInstanceOf(SubmitOutcome.Unanswered.class);
    }

    @Test
    void aWrongPasswordOpensTheBreakerAtOnceAndOnlyAPersonClosesIt() throws Exception {
        var attempts = new AtomicInteger();
        smsc = new ScriptedSmsc((pdu, session) -> {
            attempts.incrementAndGet();
            session.answer(pdu, 0x0E, null);
            return true;
        });
        link = link("binds", "4");
        link.start(deliverSm -> {});

        await().until(link::isTripped);
        assertThat(link.state()).isEqualTo(BindState.TRIPPED);
        assertThat(link.lastError().message())
                .contains("0x0E", "wrong password")
                .doesNotContain("\n");
        // Only the unbind of the refused session may follow.
        await().during(Duration.ofMillis(300)).until(() -> attempts.get() <= 2);

        smsc.script((pdu, session) -> false);
        link.restart();

        await().until(() -> link.boundBinds() == 4);
        assertThat(link.state()).isEqualTo(BindState.BOUND);
    }

    @Test
    void refusedBindsOpenTheBreakerAfterSoManyInARow() throws Exception {
        var attempts = new AtomicInteger();
        smsc = new ScriptedSmsc((pdu, session) -> {
            if (pdu.commandId() != BIND_TRANSCEIVER) {
                return false;
            }
            attempts.incrementAndGet();
            session.answer(pdu, 0x0D, null);
            return true;
        });
        link = link();
        link.start(deliverSm -> {});

        await().until(link::isTripped);
        assertThat(attempts).hasValue(SHORT.refusalsBeforeTrip());
    }

    @Test
    void anAccountThatIsAlreadyBoundIsNotKnockedAtAgainSoon() throws Exception {
        var attempts = new AtomicInteger();
        smsc = new ScriptedSmsc((pdu, session) -> {
            if (pdu.commandId() != BIND_TRANSCEIVER) {
                return false;
            }
            attempts.incrementAndGet();
            session.answer(pdu, 0x05, null);
            return true;
        });
        link = link();
        link.start(deliverSm -> {});

        await().until(() -> link.lastError() != null);
        await().during(Duration.ofMillis(300)).until(() -> attempts.get() == 1);
        assertThat(link.state()).isEqualTo(BindState.BINDING);
    }

    @Test
    void oneBindAttemptIsMadeAtATime() throws Exception {
        List<Runnable> answers = new CopyOnWriteArrayList<>();
        smsc = new ScriptedSmsc(
                (pdu, session) -> pdu.commandId() == BIND_TRANSCEIVER && answers.add(later(session, pdu, 0, "smsc")));
        link = link("binds", "3");
        link.start(deliverSm -> {});

        for (int attempt = 1; attempt <= 3; attempt++) {
            int expected = attempt;
            await().during(Duration.ofMillis(100)).until(() -> answers.size() == expected);
            answers.getLast().run();
        }

        await().until(() -> link.boundBinds() == 3);
    }

    @Test
    void aTripSendsNothingMoreAndClosesTheBindsWhenTheirAnswersAreIn() throws Exception {
        var unanswered = new CompletableFuture<Runnable>();
        smsc = new ScriptedSmsc(
                (pdu, session) -> pdu.commandId() == SUBMIT_SM && unanswered.complete(later(session, pdu, 0x08, null)));
        link = started();
        CompletableFuture<SubmitOutcome> first = submit();
        Runnable answer = unanswered.get();

        link.trip("0x400: gọi nhà mạng (call the operator)");

        assertThat(link.submit(pdu(), 0, late -> {}, () -> null)).isInstanceOf(SubmitOutcome.NotSent.class);
        assertThat(link.lastError().message()).startsWith("0x400");
        answer.run();
        assertThat(first.get()).isEqualTo(new SubmitOutcome.Refused(0x08));
        await().until(() -> smsc.bound(BIND_TRANSCEIVER) == 0);
        assertThat(link.state()).isEqualTo(BindState.TRIPPED);
    }

    @Test
    void aSessionThatTheSmscTakesForUnboundIsRenewedAndTheMessageGoesBack() throws Exception {
        smsc = new ScriptedSmsc((pdu, session) -> {
            if (pdu.commandId() == SUBMIT_SM && smsc.submits.get() == 1) {
                session.answer(pdu, 0x04, null);
                return true;
            }
            return false;
        });
        link = started();

        assertThat(link.submit(pdu(), 0, late -> {}, () -> null)).isInstanceOf(SubmitOutcome.NotSent.class);

        await().until(link::isUp);
        assertThat(link.submit(pdu(), 0, late -> {}, () -> null)).isEqualTo(new SubmitOutcome.Accepted("1"));
    }

    @Test
    void ofAMessageIdThatIsTooLongAsMuchIsKeptAsMayBe() throws Exception {
        smsc = new ScriptedSmsc((pdu, session) -> {
            if (pdu.commandId() == SUBMIT_SM) {
                session.answer(pdu, 0, "7".repeat(200));
                return true;
            }
            return false;
        });
        link = started();

        assertThat(link.submit(pdu(), 0, late -> {}, () -> null)).isEqualTo(new SubmitOutcome.Accepted("7".repeat(64)));
    }

    @Test
    void aGenericNackForNoRequestOfOursEndsTheSession() throws Exception {
        smsc = new ScriptedSmsc((pdu, session) -> {
            if (pdu.commandId() == SUBMIT_SM && smsc.submits.get() == 1) {
                session.send(Pdu.GENERIC_NACK, 0x02, 0, null);
                return true;
            }
            return false;
        });
        link = started();

        assertThat(link.submit(pdu(), 0, late -> {}, () -> null)).isInstanceOf(SubmitOutcome.Unanswered.class);

        await().until(link::isUp);
        assertThat(link.lastError().message()).contains("generic_nack");
    }

    @Test
    void aSilentSmscIsFoundOutByItsMissingAnswerAndBoundAnew() throws Exception {
        smsc = new ScriptedSmsc((pdu, session) -> pdu.commandId() == SUBMIT_SM || pdu.commandId() == Pdu.ENQUIRE_LINK);
        link = link("enquire-link-interval", "100ms", "response-timeout", "200ms");
        link.start(deliverSm -> {});
        await().until(link::isUp);

        await().until(() ->
                link.lastError() != null && link.lastError().message().contains("enquire_link"));
        await().until(link::isUp);
    }

    @Test
    void aDisconnectLeavesWhatIsInFlightUnansweredAndBindsAgain() throws Exception {
        smsc = new ScriptedSmsc((pdu, session) -> pdu.commandId() == SUBMIT_SM);
        link = started();
        CompletableFuture<SubmitOutcome> first = submit();
        CompletableFuture<SubmitOutcome> second = submit();
        await().until(() -> smsc.submits.get() == 2);

        smsc.sessions.getFirst().cut();

        assertThat(first.get()).isInstanceOf(SubmitOutcome.Unanswered.class);
        assertThat(second.get()).isInstanceOf(SubmitOutcome.Unanswered.class);
        await().until(link::isUp);
    }

    @Test
    void theSmscsUnbindIsAnsweredAndTheSlotBoundAgain() throws Exception {
        smsc = new ScriptedSmsc((pdu, session) -> false);
        link = started();
        ScriptedSmsc.Session session = smsc.sessions.getFirst();

        session.send(Pdu.UNBIND, 0, 5, null);

        await().until(() -> session.seen.stream()
                .anyMatch(pdu -> pdu.commandId() == (Pdu.UNBIND | Pdu.RESPONSE) && pdu.sequenceNumber() == 5));
        await().until(() -> link.isUp() && !smsc.sessions.contains(session));
    }

    @Test
    void theSmscsEnquireLinkIsAnsweredWhileReceiptsWaitForTheJournal() throws Exception {
        var journal = new CompletableFuture<Void>();
        smsc = new ScriptedSmsc((pdu, session) -> false);
        link = link();
        link.start(deliverSm -> journal.get());
        await().until(link::isUp);
        ScriptedSmsc.Session session = smsc.sessions.getFirst();

        session.send(Pdu.DELIVER_SM, 0, 1, null);
        session.send(Pdu.ENQUIRE_LINK, 0, 2, null);

        await().until(() -> session.seen.stream()
                .anyMatch(pdu -> pdu.commandId() == (Pdu.ENQUIRE_LINK | Pdu.RESPONSE) && pdu.sequenceNumber() == 2));
        journal.complete(null);
    }

    @Test
    void aPairSendsOnItsTransmitterAndTakesDeliverSmOnItsReceiver() throws Exception {
        List<DeliverSm> taken = new CopyOnWriteArrayList<>();
        smsc = new ScriptedSmsc((pdu, session) -> false);
        link = link("bind-type", "PAIR");
        link.start(taken::add);
        await().until(link::isUp);

        assertThat(link.submit(pdu(), 0, late -> {}, () -> null)).isInstanceOf(SubmitOutcome.Accepted.class);

        assertThat(session(BIND_TRANSMITTER).seen).anyMatch(pdu -> pdu.commandId() == SUBMIT_SM);
        assertThat(session(BIND_RECEIVER).seen).noneMatch(pdu -> pdu.commandId() == SUBMIT_SM);
        assertThat(smsc.bound(BIND_TRANSCEIVER)).isZero();
    }

    @Test
    void aPairThatLosesItsReceiverSendsNothingUntilBothAreBoundAgain() throws Exception {
        smsc = new ScriptedSmsc((pdu, session) -> false);
        link = link("bind-type", "PAIR");
        link.start(deliverSm -> {});
        await().until(link::isUp);
        ScriptedSmsc.Session transmitter = session(BIND_TRANSMITTER);
        smsc.script((pdu, session) -> pdu.commandId() == BIND_RECEIVER);

        session(BIND_RECEIVER).cut();

        await().until(() -> smsc.bound(BIND_TRANSMITTER) == 0);
        assertThat(link.isUp()).isFalse();
        assertThat(transmitter.seen).anyMatch(pdu -> pdu.commandId() == Pdu.UNBIND);
        smsc.script((pdu, session) -> false);
        smsc.sessions.forEach(ScriptedSmsc.Session::cut);
        await().until(link::isUp);
        assertThat(smsc.bound(BIND_RECEIVER)).isEqualTo(1);
        assertThat(smsc.bound(BIND_TRANSMITTER)).isEqualTo(1);
    }

    private ScriptedSmsc.Session session(int as) {
        return smsc.sessions.stream()
                .filter(session -> session.seen.getFirst().commandId() == as)
                .findFirst()
                .orElseThrow();
    }

    private static Runnable later(ScriptedSmsc.Session session, Pdu pdu, int commandStatus, String body) {
        return () -> {
            try {
                session.answer(pdu, commandStatus, body);
            } catch (IOException gone) {
                throw new IllegalStateException(gone);
            }
        };
    }

    private SmppLink started() {
        SmppLink started = link();
        started.start(deliverSm -> {});
        await().until(started::isUp);
        return started;
    }

    private SmppLink link(String... keys) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < keys.length; i += 2) {
            map.put(keys[i], keys[i + 1]);
        }
        return new SmppLink("viettel", WiredLink.settings(smsc.port(), map), Clock.systemUTC(), SHORT);
    }

    private CompletableFuture<SubmitOutcome> submit() {
        var outcome = new CompletableFuture<SubmitOutcome>();
        Thread.startVirtualThread(() -> {
            try {
                outcome.complete(link.submit(pdu(), 0, late -> {}, () -> null));
            } catch (InterruptedException stop) {
                outcome.completeExceptionally(stop);
            }
        });
        return outcome;
    }

    private static SubmitSm pdu() {
        return new SubmitSm(
                "CANHBAO",
                WiredLink.MSISDN,
                java.time.Instant.MAX,
                (byte) 0,
                false,
                new byte[] {0x41},
                "",
                true,
                List.of(),
                "VIETTEL");
    }
}
