package vn.canhbao.templates.library;

import java.text.Normalizer;
import java.util.List;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.templates.Placeholder;

/**
 * What an author writes of a template.
 *
 * @param topic a form of fraud by its code, or {@code null}
 * @param unaccented its own wording without accents, or {@code null}: the text folded
 */
public record TemplateDraft(
        String code,
        String name,
        MessageClass messageClass,
        String topic,
        String text,
        String unaccented,
        List<Placeholder> placeholders) {

    public TemplateDraft {
        code = code == null ? null : code.strip();
        name = clean(name);
        topic = topic == null || topic.isBlank() ? null : topic.strip();
        text = clean(text);
        unaccented = unaccented == null || unaccented.isBlank() ? null : clean(unaccented);
        placeholders = placeholders == null ? List.of() : List.copyOf(placeholders);
    }

    private static String clean(String text) {
        return text == null ? null : Normalizer.normalize(text.strip().replace("\r\n", "\n"), Normalizer.Form.NFC);
    }
}
