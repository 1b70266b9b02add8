package vn.canhbao.gateway.receipt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.canhbao.gateway.link.ReceiptIdFormat;
import vn.canhbao.gateway.link.SmscMessageId;

/**
 * Learns from orphans how an operator writes ids in its receipts: the format in which they fit an answer to the same
 * number. It only proposes; an administrator accepts.
 */
public final class IdFormatLearner {

    private static final int FEWEST = 5;
    private static final int PERCENT = 90;

    private IdFormatLearner() {}

    /**
     * An orphan and what it may belong to.
     *
     * @param receiptId as the receipt writes it
     * @param answeredIds as submit_sm_resp wrote them, of segments to the same number whose receipts are due; none: this
     *     orphan tells nothing
     */
    public record Case(String receiptId, List<String> answeredIds) {}

    /** Empty where too few receipts can be told, they disagree, or two formats fit alike. */
    public static Optional<IdFormatProposal> propose(ReceiptIdFormat inForce, List<Case> orphans) {
        List<Case> told = orphans.stream()
                .filter(orphan ->
                        orphan.receiptId() != null && !orphan.answeredIds().isEmpty())
                .toList();
        List<IdFormatProposal> fitting = Arrays.stream(ReceiptIdFormat.values())
                .filter(format -> format != inForce)
                .map(format -> new IdFormatProposal(format, matched(told, format), told.size()))
                .filter(proposal -> proposal.matched() >= FEWEST)
                .filter(proposal -> proposal.matched() * 100 >= proposal.told() * PERCENT)
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static int matched(List<Case> told, ReceiptIdFormat format) {
        return (int) told.stream()
                .filter(orphan -> orphan.answeredIds().stream()
                        .anyMatch(answered -> SmscMessageId.ofResponse(answered, format) != null
                                && SmscMessageId.ofResponse(answered, format)
                                        .equals(SmscMessageId.ofReceipt(orphan.receiptId(), format))))
                .count();
    }
}
