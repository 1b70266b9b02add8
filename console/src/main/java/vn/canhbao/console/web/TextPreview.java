package vn.canhbao.console.web;

import java.util.ArrayList;
import java.util.List;
import vn.canhbao.core.text.GsmAlphabet;
import vn.canhbao.core.text.SmsText;

/**
 * A text as the editor shows it.
 *
 * @param pieces the segments one after another, each cut where a character begins or ends that forces UCS-2
 * @param forcing the first characters that force UCS-2
 * @param moreForcing so many others do, too
 */
record TextPreview(SmsText sms, List<List<Piece>> pieces, List<Forcing> forcing, int moreForcing) {

    private static final int NAMED = 8;

    /** Characters of a segment that all force UCS-2, or none of which does. */
    record Piece(String text, boolean forces) {}

    /** A character by its code and, for those that can't be seen, its Unicode name. */
    record Forcing(String character, String code, String name) {}

    static TextPreview of(SmsText sms) {
        List<String> forcing = sms.forcingUcs2();
        return new TextPreview(
                sms,
                sms.segments().stream().map(TextPreview::pieces).toList(),
                forcing.stream().limit(NAMED).map(TextPreview::named).toList(),
                Math.max(0, forcing.size() - NAMED));
    }

    private static List<Piece> pieces(String segment) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean forces = false;
        for (int codePoint : segment.codePoints().toArray()) {
            boolean outside = GsmAlphabet.septets(codePoint) == 0;
            if (outside != forces && !piece.isEmpty()) {
                pieces.add(new Piece(piece.toString(), forces));
                piece.setLength(0);
            }
            forces = outside;
            piece.appendCodePoint(codePoint);
        }
        if (!piece.isEmpty()) {
            pieces.add(new Piece(piece.toString(), forces));
        }
        return pieces;
    }

    private static Forcing named(String character) {
        int codePoint = character.codePointAt(0);
        return new Forcing(
                character,
                "U+%04X".formatted(codePoint),
                Character.isLetterOrDigit(codePoint) ? null : Character.getName(codePoint));
    }
}
