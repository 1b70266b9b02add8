package vn.canhbao.gateway.smpp.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;

/** Takes or refuses an account's submit_sm, answers them as fate and whim want it, and writes their receipts. */
final class Postbox {

    private static final int RECEIPT_REQUEST = 0x03;
    private static final int ON_FAILURE_ONLY = 0x02;
    // An answer that waits for its receipt comes in any case: there may be no bind that takes receipts.
    private static final long PATIENCE_FOR_RECEIPT = TimeUnit.SECONDS.toNanos(1);

    private final String systemId;
    private final OperatorProfile profile;
    private final Premises premises;
    private final AccountTally tally;
    private final ReceiptText text;
    private volatile long lastId;

    Postbox(String systemId, OperatorProfile profile, Premises premises, AccountTally tally) {
        this.systemId = systemId;
        this.profile = profile;
        this.premises = premises;
        this.tally = tally;
        this.text = new ReceiptText(profile.receipts());
    }

    /** Neither taken nor answered. */
    void ignored(SubmitSm submit, EsmeSession session) {
        tally.answersLost.increment();
        premises.copies().count(submit);
        session.answerIsNotOwed();
    }

    void answer(SubmitSm submit, EsmeSession session, Fate fate, Whim whim) {
        int refusal = whim.refusal() != 0 ? whim.refusal() : fate.rejection();
        if (refusal != 0) {
            refuse(submit, session, refusal, whim.nacked());
            return;
        }
        boolean answered = fate.answered() && whim.answered();
        boolean taken = fate.taken() && whim.taken();
        if (!taken) {
            ignored(submit, session);
            return;
        }
        long id = whim.repeatedId() && lastId != 0 ? lastId : premises.ids().incrementAndGet();
        lastId = id;
        String answeredId = whim.emptyId() ? "" : profile.idFormat().inResponse(id);
        tally.accepted.increment();
        premises.copies().count(submit);
        premises.observer().accept(AcceptedSubmit.of(submit, systemId, answeredId, answered));
        boolean receipted = wantsReceipt(submit, fate) && receiptComes(fate);
        if (!answered) {
            tally.answersLost.increment();
            session.answerIsNotOwed();
            if (receipted) {
                scheduleReceipts(submit, session, id, fate, () -> {});
            }
            return;
        }
        if (whim.lateNanos() > 0) {
            tally.answersLate.increment();
        }
        Runnable answer = () -> session.answerSubmit(submit.getSequenceNumber(), answeredId);
        if (receipted && whim.receiptFirst()) {
            Runnable once = once(() -> premises.delays().after(whim.lateNanos(), answer));
            scheduleReceipts(submit, session, id, fate, once);
            premises.delays().after(fate.receiptDelayNanos() + PATIENCE_FOR_RECEIPT, once);
        } else {
            premises.delays().after(whim.lateNanos(), () -> {
                answer.run();
                if (receipted) {
                    scheduleReceipts(submit, session, id, fate, () -> {});
                }
            });
        }
    }

    private void refuse(SubmitSm submit, EsmeSession session, int status, boolean nacked) {
        (status == SMPPConstant.STAT_ESME_RTHROTTLED ? tally.throttled : tally.rejected).increment();
        if (nacked) {
            session.nackSubmit(submit.getSequenceNumber(), status);
        } else {
            session.refuseSubmit(submit.getSequenceNumber(), status);
        }
    }

    private static boolean wantsReceipt(SubmitSm submit, Fate fate) {
        int request = submit.getRegisteredDelivery() & RECEIPT_REQUEST;
        return request != 0 && (request != ON_FAILURE_ONLY || !fate.word().equals("DELIVRD"));
    }

    private boolean receiptComes(Fate fate) {
        if (!fate.receiptComes()) {
            tally.receiptsLost.increment();
        }
        return fate.receiptComes();
    }

    private void scheduleReceipts(SubmitSm submit, EsmeSession session, long id, Fate fate, Runnable onSent) {
        ReceiptManners manners = profile.receipts();
        List<Receipt> receipts = new ArrayList<>(1);
        for (String word : words(manners, fate.word())) {
            for (int copy = 0; copy < manners.copies(); copy++) {
                receipts.add(new Receipt(
                        manners,
                        text,
                        submit,
                        session,
                        profile.idFormat().inReceipt(id),
                        word,
                        premises.clock().instant(),
                        onSent));
            }
        }
        String at = manners.account().isEmpty() ? systemId : manners.account();
        OperatorAccount sender = premises.accounts().get(at);
        long due = fate.receiptDelayNanos();
        for (Receipt receipt : receipts) {
            premises.delays().after(due, () -> sender.deliver(receipt));
            due += manners.pause().toNanos();
        }
    }

    private static List<String> words(ReceiptManners manners, String last) {
        if (manners.interimBefore().isEmpty() && manners.interimAfter().isEmpty()) {
            return List.of(last);
        }
        List<String> words = new ArrayList<>(manners.interimBefore());
        words.add(last);
        words.addAll(manners.interimAfter());
        return words;
    }

    private static Runnable once(Runnable task) {
        var done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                task.run();
            }
        };
    }
}
