package vn.canhbao.templates.lint;

import java.text.Normalizer;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.core.text.Unaccented;
import vn.canhbao.templates.LongestText;
import vn.canhbao.templates.Placeholder;
import vn.canhbao.templates.TemplateText;

/** A text as the rules look at it: in NFC, with its placeholders. */
public final class LintedText {

    private static final Pattern TAG = Pattern.compile("\\{\\{[^{}]*}}");

    private final TemplateText template;
    private final String words;
    private final FoldedText folded;
    private final TextForm form;
    private final String senderId;
    private final SmsText longest;

    /**
     * @param declared of its placeholders, by name
     * @param form in which it is sent, or {@code null}: rules that depend on it are silent
     * @param senderId with which it is sent, or {@code null}
     */
    public LintedText(String text, Map<String, Placeholder> declared, TextForm form, String senderId) {
        template = new TemplateText(Normalizer.normalize(text, Normalizer.Form.NFC));
        words = TAG.matcher(template.text())
                .replaceAll(tag -> " ".repeat(tag.group().length()));
        folded = new FoldedText(words);
        this.form = form;
        this.senderId = senderId;
        longest = LongestText.of(
                template, declared, form == TextForm.UNACCENTED ? Unaccented::of : UnaryOperator.identity());
    }

    TemplateText template() {
        return template;
    }

    /** The text with blanks where placeholders stand; places are those of the text. */
    String words() {
        return words;
    }

    FoldedText folded() {
        return folded;
    }

    /** Whether it is known to be sent with its accents. */
    boolean isAccented() {
        return form == TextForm.ACCENTED;
    }

    boolean isUnaccented() {
        return form == TextForm.UNACCENTED;
    }

    /** {@code null} where none is chosen. */
    String senderId() {
        return senderId;
    }

    /** The longest message that it can become, in its form. */
    SmsText longest() {
        return longest;
    }
}
