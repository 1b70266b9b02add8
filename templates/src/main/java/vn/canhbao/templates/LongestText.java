package vn.canhbao.templates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import vn.canhbao.core.text.SmsText;

/** The longest message that a text can become within the bounds of its placeholders. */
public final class LongestText {

    // 2 to the power of this many combinations are tried.
    private static final int CONDITIONS_TRIED = 8;

    private LongestText() {}

    /**
     * Of all combinations of its conditions, the message that takes most.
     *
     * @param declared by name; a placeholder that is not in it is taken for a recipient's of usual length
     * @param form what is done with a rendered text: folding, or nothing
     */
    public static SmsText of(TemplateText text, Map<String, Placeholder> declared, UnaryOperator<String> form) {
        Map<String, String> longest = new HashMap<>();
        text.names()
                .keySet()
                .forEach(name -> longest.put(
                        name,
                        declared.getOrDefault(name, Placeholder.ofRecipient(name))
                                .longest()));
        List<String> conditions = new ArrayList<>(text.conditions());
        int tried = Math.min(conditions.size(), CONDITIONS_TRIED);
        return IntStream.range(0, 1 << tried)
                .mapToObj(absent -> {
                    Map<String, String> values = new HashMap<>(longest);
                    for (int i = 0; i < tried; i++) {
                        if ((absent >> i & 1) == 1) {
                            values.remove(conditions.get(i));
                        }
                    }
                    return SmsText.of(form.apply(text.render(values)));
                })
                .max(Comparator.comparing((SmsText sms) -> sms.segments().size())
                        .thenComparing(SmsText::units))
                .orElseThrow();
    }
}
