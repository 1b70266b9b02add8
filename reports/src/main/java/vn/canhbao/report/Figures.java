package vn.canhbao.report;

import java.math.BigDecimal;
import vn.canhbao.core.message.MessageStatus;

/**
 * Messages as a supervising office reads them. {@code planned} is the sum of the six that follow the receipts, by
 * construction: nobody is lost between the columns.
 *
 * @param confirmed the operator's receipt says delivered; never "read by a person"
 * @param partly some segments arrived, some finally did not
 * @param undelivered failed or expired
 * @param unclear taken or perhaps taken by the SMSC, without a final receipt
 * @param waiting not handed over yet
 * @param withheld suppressed or cancelled
 * @param submitted handed over: the SMSC took the first segment; whatever came of it afterwards
 * @param segments of the submitted messages
 * @param cost of these segments at the operators' prices, in đồng
 */
public record Figures(
        long confirmed,
        long partly,
        long undelivered,
        long unclear,
        long waiting,
        long withheld,
        long submitted,
        long segments,
        BigDecimal cost) {

    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO);

    /** So many messages of one status. */
    static Figures of(MessageStatus status, long messages, long submitted, long segments, BigDecimal segmentPrice) {
        long confirmed = 0;
        long partly = 0;
        long undelivered = 0;
        long unclear = 0;
        long waiting = 0;
        long withheld = 0;
        switch (status) {
            case DELIVERED -> confirmed = messages;
            case PARTLY_DELIVERED -> partly = messages;
            case FAILED, EXPIRED -> undelivered = messages;
            case SUBMITTED, UNANSWERED, UNKNOWN -> unclear = messages;
            case READY, CLAIMED, DELAYED -> waiting = messages;
            case SUPPRESSED, CANCELLED -> withheld = messages;
        }
        return new Figures(
                confirmed,
                partly,
                undelivered,
                unclear,
                waiting,
                withheld,
                submitted,
                segments,
                segmentPrice.multiply(BigDecimal.valueOf(segments)));
    }

    public long planned() {
        return confirmed + partly + undelivered + unclear + waiting + withheld;
    }

    public Figures plus(Figures other) {
        return new Figures(
                confirmed + other.confirmed,
                partly + other.partly,
                undelivered + other.undelivered,
                unclear + other.unclear,
                waiting + other.waiting,
                withheld + other.withheld,
                submitted + other.submitted,
                segments + other.segments,
                cost.add(other.cost));
    }

    /** Confirmed of those handed over, from 0 to 1; {@code null} where nothing was. */
    public Double confirmedShare() {
        return submitted == 0 ? null : (double) confirmed / submitted;
    }
}
