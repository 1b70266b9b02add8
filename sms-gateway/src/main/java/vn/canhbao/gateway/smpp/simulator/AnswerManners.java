package vn.canhbao.gateway.smpp.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an operator answers submit_sm on a bad day. Shares are of the submits, from 0 to 1, whatever their number; which
 * ones is decided by the seed and how many came before. Each submit_sm has at most one of the first six.
 *
 * @param refuseFirst the first so many are refused with {@code refuseFirstWith}, a command_status
 * @param throttled share answered with ESME_RTHROTTLED whatever the rate
 * @param refused share by command_status
 * @param nacked share answered with generic_nack (ESME_RSYSERR)
 * @param lost share without an answer; {@code lostTaken} of them are taken all the same
 * @param late share whose answer comes {@code lateBy} later
 * @param receiptFirst share whose receipt goes out before the answer
 * @param emptyId share of answers with an empty message_id
 * @param repeatedId share of answers, and their receipts, with the message_id of the submit_sm before
 * @param reversed answers go out in reverse order, so many at a time; an incomplete lot waits 50 ms
 */
public record AnswerManners(
        @DefaultValue("0") int refuseFirst,
        @DefaultValue("0x08") String refuseFirstWith,
        @DefaultValue("0") double throttled,
        Map<String, Double> refused,
        @DefaultValue("0") double nacked,
        @DefaultValue("0") double lost,
        @DefaultValue("0.5") double lostTaken,
        @DefaultValue("0") double late,
        @DefaultValue("5s") Duration lateBy,
        @DefaultValue("0") double receiptFirst,
        @DefaultValue("0") double emptyId,
        @DefaultValue("0") double repeatedId,
        @DefaultValue("1") int reversed) {

    public AnswerManners {
        refused = refused == null ? Map.of() : new TreeMap<>(refused);
        Integer.decode(refuseFirstWith);
        refused.keySet().forEach(Integer::decode);
    }

    boolean areGood() {
        return refuseFirst == 0
                && refused.isEmpty()
                && throttled + nacked + lost + late + receiptFirst + emptyId + repeatedId == 0;
    }
}
