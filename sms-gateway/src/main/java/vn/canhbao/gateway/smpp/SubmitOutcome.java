package vn.canhbao.gateway.smpp;

/** How a submit_sm ended. */
public sealed interface SubmitOutcome {

    /** The SMSC took it. {@code messageId} as answered, perhaps {@code null}. */
    record Accepted(String messageId) implements SubmitOutcome {}

    /** The SMSC said no. */
    record Refused(int commandStatus) implements SubmitOutcome {}

    /** No answer: the SMSC may have taken it. */
    record Unanswered(String reason) implements SubmitOutcome {}

    /** Never put on the wire, and never will be: no SMSC could take such a PDU. */
    record Unwritable(String reason) implements SubmitOutcome {}

    /** Never put on the wire, and never to be over this link: an exercise's at a public one, or the reverse. */
    record Forbidden(String reason) implements SubmitOutcome {}

    /** Never put on the wire. */
    record NotSent(String reason) implements SubmitOutcome {}
}
