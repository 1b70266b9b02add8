package vn.canhbao.core.inbound;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;

/** The text of a message from those of its segments that came. */
public final class InboundText {

    /** Stands where segments are missing. */
    static final String GAP = "…";

    private static final int LONGEST = 4_000;

    private InboundText() {}

    /** The text, NFC, at most 4,000 characters. */
    public static String of(List<InboundSegment> segments) {
        var text = new StringBuilder();
        var run = new ByteArrayOutputStream();
        InboundSegment last = null;
        int total = segments.getFirst().total();
        // Octets of neighbours are joined before they are read: phones cut through escape and surrogate pairs.
        for (InboundSegment segment : segments.stream()
                .sorted(Comparator.comparingInt(InboundSegment::number))
                .toList()) {
            int expected = last == null ? 1 : last.number() + 1;
            if (last != null && (segment.number() != expected || segment.alphabet() != last.alphabet())) {
                text.append(last.alphabet().text(run.toByteArray()));
                run.reset();
            }
            if (segment.number() != expected) {
                text.append(GAP);
            }
            run.writeBytes(segment.octets());
            last = segment;
        }
        text.append(last.alphabet().text(run.toByteArray()));
        if (last.number() < total) {
            text.append(GAP);
        }
        return cut(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
