package vn.canhbao.console.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** What changed between two texts, word by word. */
record TextDiff(List<Piece> pieces) {

    /** Words that stand in both texts, or in one of them. */
    record Piece(Kind kind, String text) {}

    enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    static TextDiff between(String before, String after) {
        List<String> old = words(before);
        List<Piece> pieces = new ArrayList<>();
        int place = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, words(after)).getDeltas()) {
            add(pieces, Kind.SAME, old.subList(place, delta.getSource().getPosition()));
            add(pieces, Kind.REMOVED, delta.getSource().getLines());
            add(pieces, Kind.ADDED, delta.getTarget().getLines());
            place = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Kind.SAME, old.subList(place, old.size()));
        return new TextDiff(pieces);
    }

    // A word with the blanks after it: put together again, they are the text.
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)"));
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }
}
