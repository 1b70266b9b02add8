package vn.canhbao.templates.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that ask the reader for something. What is negated ("không chuyển tiền") or told of the fraudsters ("kẻ gian
 * yêu cầu chuyển tiền") is none: the words before the verb, in the same sentence, decide.
 */
final class Demand {

    private static final Pattern SENTENCE = Pattern.compile("[^.!?;\\n]+(?:[.](?=\\d)[^.!?;\\n]+)*");
    // Of the fraudsters, wherever it stands in the sentence.
    private static final Pattern TELLS = Pattern.compile(
            "\\b(?:ke|doi tuong|lua dao|bi lua|chieu|gia danh|gia mao|mao danh|tu xung|thu doan|bay|nghi ngo|neu)\\b");
    // Before the verb; "cho" stands for "chớ", "dung" for "đừng".
    private static final Pattern FORBIDS = Pattern.compile(
            "\\b(?:khong|tuyet doi|chua|dung|cho|ngung|chi|khi|viec|ai|truoc|sau|roi|bien lai|doi|ep|du|xui|giuc|bat|da)\\b");

    private final Pattern request;

    /** @param request the asking words, folded: verb and what is asked for */
    Demand(String request) {
        this.request = Pattern.compile("\\b(?:" + request + ")\\b");
    }

    /** Its places in a text: pairs of beginning and end. */
    List<int[]> in(LintedText text) {
        List<int[]> places = new ArrayList<>();
        FoldedText folded = text.folded();
        Matcher sentence = folded.matcher(SENTENCE);
        while (sentence.find()) {
            Matcher asked = request.matcher(sentence.group());
            if (asked.find()
                    && !TELLS.matcher(sentence.group()).find()
                    && !FORBIDS.matcher(sentence.group().substring(0, asked.start()))
                            .find()) {
                places.add(new int[] {
                    folded.place(sentence.start() + asked.start()), folded.place(sentence.start() + asked.end())
                });
            }
        }
        return places;
    }
}
