package vn.canhbao.gateway.smpp;

import vn.canhbao.gateway.link.CommandStatusTable;
import vn.canhbao.gateway.link.RefusalAction;
import vn.canhbao.gateway.link.SegmentRate;

/** The places of one submit_sm in the rate of its link and in that of its operator. */
record SubmitPlaces(SegmentRate.Place link, SegmentRate.Place operator) {

    /** Puts a submit_sm on the wire and waits for its answer. */
    interface Submit {

        SubmitOutcome now() throws InterruptedException;
    }

    /** Waits for both. */
    static SubmitPlaces acquire(SegmentRate link, SegmentRate operator) throws InterruptedException {
        SegmentRate.Place first = link.acquire();
        try {
            return new SubmitPlaces(first, operator.acquire());
        } catch (InterruptedException stopped) {
            first.unused();
            throw stopped;
        }
    }

    /** Asks whether it may go out; where it may not, the places are given back. */
    SubmitOutcome heldBack(SmppLink.LastMoment lastMoment) throws InterruptedException {
        boolean used = false;
        try {
            SubmitOutcome heldBack = lastMoment.heldBack();
            used = heldBack == null;
            return heldBack;
        } finally {
            if (!used) {
                unused(null);
            }
        }
    }

    /**
     * Sends, and tells the rates how it went.
     *
     * @param submit {@code null}: there is no bind
     * @param table what each command_status means for the link
     */
    SubmitOutcome use(Submit submit, CommandStatusTable table) throws InterruptedException {
        if (submit == null) {
            return unused(new SubmitOutcome.NotSent("not bound"));
        }
        link.written();
        operator.written();
        SubmitOutcome outcome = null;
        try {
            outcome = submit.now();
        } finally {
            if (!(outcome instanceof SubmitOutcome.NotSent)) {
                link.answered();
                operator.answered();
            }
        }
        switch (outcome) {
            case SubmitOutcome.Refused(int status)
            when table.of(status) instanceof RefusalAction.PauseLink -> link.throttled();
            case SubmitOutcome.Accepted accepted -> link.succeeded();
            case SubmitOutcome.NotSent nothing -> unused(outcome);
            default -> {}
        }
        return outcome;
    }

    private SubmitOutcome unused(SubmitOutcome outcome) {
        link.unused();
        operator.unused();
        return outcome;
    }
}
