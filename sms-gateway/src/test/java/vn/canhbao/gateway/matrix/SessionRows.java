package vn.canhbao.gateway.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import vn.canhbao.gateway.link.BindState;

/** Sessions: quirks 21 to 23, 26, 38. */
final class SessionRows {

    private SessionRows() {}

    static List<MatrixRow> rows() {
        return List.of(
                new MatrixRow(
                                "the connection is cut with answers under way (KEEP)",
                                "bound again; receipts settle what was taken: DELIVERED; UNANSWERED is only what the SMSC never read",
                                "BindSupervisor")
                        .smsc("session.cut-every", 15, "latency.from", "20ms")
                        .messages(40)
                        .onMySqlToo()
                        .ends(tally -> tally.unanswered() <= 20 && tally.unanswered() + tally.delivered() == 40)
                        .until(SessionRows::onlyWhatWasNotReadIsUnanswered)
                        .check(view -> {
                            assertThat(view.smsc().answersLost()).isPositive();
                            assertThat(view.smsc().binds()).isGreaterThanOrEqualTo(2);
                            assertThat(view).matches(SessionRows::onlyWhatWasNotReadIsUnanswered, "settled");
                        }),
                new MatrixRow(
                                "the connection is cut with answers under way, no receipts (RESEND)",
                                "a second copy only to the doubtful ones: all SUBMITTED",
                                "MessageSettlement")
                        .smsc("session.cut-every", 25, "latency.from", "20ms", "receipts-lost", 1)
                        .messages(40)
                        .resend(2)
                        .onMySqlToo()
                        .ends(tally -> tally.submitted() == 40)
                        .check(view -> {
                            assertThat(view.twiceTried()).isNotEmpty().containsAll(view.twiceSent());
                            assertThat(view.twiceSent()).isNotEmpty();
                        }),
                new MatrixRow(
                                "a session goes silent and stays open",
                                "enquire_link finds it; bound again; UNANSWERED is only what the SMSC never took",
                                "Bind")
                        .smsc("session.silence-every", 15)
                        .link("enquire-link-interval", "1s", "response-timeout", "3s")
                        .messages(25)
                        .ends(tally -> tally.unanswered() > 0 && tally.unanswered() + tally.delivered() == 25)
                        .check(view -> {
                            assertThat(view.smsc().binds()).isGreaterThanOrEqualTo(2);
                            assertThat(view).matches(SessionRows::onlyWhatWasNotReadIsUnanswered, "settled");
                        }),
                new MatrixRow(
                                "the SMSC unbinds every 10 submits",
                                "answered, bound again, nobody twice: DELIVERED",
                                "BindSupervisor")
                        .smsc("session.unbind-every", 10)
                        .messages(25)
                        .check(view -> assertThat(view.smsc().binds()).isGreaterThanOrEqualTo(2)),
                new MatrixRow("enquire_link is not answered", "the session is given up and made anew", "Bind")
                        .smsc("session.ignore-enquire-link", true)
                        .link("enquire-link-interval", "500ms", "response-timeout", "2s")
                        .until(view -> view.smsc().binds() >= 2)
                        .check(view -> assertThat(view.smsc().binds()).isGreaterThanOrEqualTo(2)),
                new MatrixRow("the SMSC enquires every 100 ms while submits run", "each enquire_link answered", "Bind")
                        .smsc("session.enquire-link-interval", "100ms", "latency.from", "50ms")
                        .messages(60)
                        // On a busy machine several are on their way at any one moment: they are answered in the end.
                        .until(view -> view.smsc().enquireLinksAnswered() >= 10
                                && view.smsc().enquireLinks() - view.smsc().enquireLinksAnswered() <= 1)
                        .check(view ->
                                assertThat(view.smsc().enquireLinksAnswered()).isGreaterThanOrEqualTo(10)),
                new MatrixRow(
                                "the bind is answered after 1.5 s",
                                "bound once, nobody missed: DELIVERED",
                                "BindSupervisor")
                        .smsc("session.bind-delay", "1500ms")
                        .check(view -> assertThat(view.smsc().binds()).isEqualTo(1)),
                new MatrixRow("0x0D for the first two binds", "back-off, then bound: DELIVERED", "BindSupervisor")
                        .smsc("session.refuse-binds", 2, "session.refuse-binds-with", "0x0D")
                        .check(view -> {
                            assertThat(view.smsc().bindsRefused()).isEqualTo(2);
                            assertThat(view.link().lastError()).contains("ESME_RBINDFAIL");
                        }),
                bindRefusedForGood("0x0E", "ESME_RINVPASWD", "password"),
                bindRefusedForGood("0x0F", "ESME_RINVSYSID", "system-id"),
                new MatrixRow(
                                "the account holds fewer binds than configured (0x05)",
                                "sends over those that it has, says so: DELIVERED",
                                "BindSupervisor")
                        .smsc("max-binds", 1)
                        .link("binds", 2)
                        .until(view -> view.smsc().bindsRefused() > 0)
                        .check(view -> assertThat(view.link().lastError()).contains("ESME_RALYBND")),
                new MatrixRow(
                                "the old session still counts after a cut (0x05)",
                                "waits, bound again, nobody twice, UNANSWERED is only what the SMSC never read",
                                "BindSupervisor")
                        .smsc("max-binds", 1, "session.linger", "2s", "session.cut-every", 10, "latency.from", "10ms")
                        .messages(15)
                        .ends(tally -> tally.unanswered() <= 10 && tally.unanswered() + tally.delivered() == 15)
                        .until(view -> view.smsc().binds() >= 2 && onlyWhatWasNotReadIsUnanswered(view))
                        .check(view -> {
                            assertThat(view.smsc().binds()).isEqualTo(2);
                            assertThat(view).matches(SessionRows::onlyWhatWasNotReadIsUnanswered, "settled");
                        }),
                new MatrixRow(
                                "transmitter and receiver are separate binds",
                                "sent on one, receipts on the other: DELIVERED",
                                "BindSlots")
                        .link("bind-type", "PAIR")
                        .check(view -> {
                            assertThat(view.smsc().peakBinds()).isEqualTo(2);
                            assertThat(view.smsc().receiptsTaken()).isEqualTo(6);
                        }),
                new MatrixRow("three binds", "all used, no more than three: DELIVERED", "SmppLink")
                        .link("binds", 3)
                        .smsc("latency.from", "20ms")
                        .messages(60)
                        .until(view -> view.link().boundBinds() == 3)
                        .check(view -> assertThat(view.smsc().peakBinds()).isEqualTo(3)));
    }

    private static boolean onlyWhatWasNotReadIsUnanswered(RowView view) {
        return view.tally().unanswered()
                == view.tally().planned() - view.submits().size();
    }

    private static MatrixRow bindRefusedForGood(String status, String name, String remedy) {
        return new MatrixRow(
                        status + " for every bind",
                        "one attempt, the breaker opens, nothing sent, the link says which key to correct",
                        "BindSupervisor")
                .smsc("session.refuse-binds", 1_000_000, "session.refuse-binds-with", status)
                .ends(tally -> tally.pending() == 6)
                .until(view -> view.link().lastError() != null)
                .check(view -> {
                    assertThat(view.link().lastError()).contains(name, remedy).doesNotContain("\n");
                    assertThat(view.link().state()).isEqualTo(BindState.TRIPPED);
                    // A second when the first one's answer was too late for the timer.
                    assertThat(view.smsc().bindsRefused()).isBetween(1L, 2L);
                    assertThat(view.smsc().submits()).isZero();
                });
    }
}
