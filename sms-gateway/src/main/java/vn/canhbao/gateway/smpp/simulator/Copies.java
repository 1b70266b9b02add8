package vn.canhbao.gateway.smpp.simulator;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;

/** How many copies of each segment an ESME has sent to each number: what proves that nobody was warned twice. */
final class Copies {

    private record Segment(String destination, int octets, int segmentOfSar) {}

    private final Map<Segment, Integer> counts = new ConcurrentHashMap<>();
    private final boolean counting;

    /** @param counting false: nothing is kept */
    Copies(boolean counting) {
        this.counting = counting;
    }

    /** One that was taken, or left without an answer: the ESME can't know that it wasn't taken. */
    void count(SubmitSm submit) {
        if (!counting) {
            return;
        }
        var payload = submit.getOptionalParameter(OptionalParameter.Message_payload.class);
        var sar = submit.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        int octets = Arrays.hashCode(submit.getShortMessage()) * 31
                + (payload == null ? 0 : Arrays.hashCode(payload.getValue()));
        counts.merge(new Segment(submit.getDestAddress(), octets, sar == null ? 0 : sar.getValue()), 1, Integer::sum);
    }

    /** The most copies of any one segment to each number. */
    Map<String, Integer> byDestination() {
        Map<String, Integer> most = new TreeMap<>();
        counts.forEach((segment, copies) -> most.merge(segment.destination(), copies, Math::max));
        return most;
    }
}
