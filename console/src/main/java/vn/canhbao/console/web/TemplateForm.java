package vn.canhbao.console.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.templates.Placeholder;
import vn.canhbao.templates.PlaceholderSource;
import vn.canhbao.templates.PlaceholderType;
import vn.canhbao.templates.library.Template;
import vn.canhbao.templates.library.TemplateDraft;
import vn.canhbao.templates.library.TemplateVersion;

/** The fields of a template's form. */
record TemplateForm(
        String code,
        String name,
        MessageClass messageClass,
        String topic,
        String text,
        String unaccented,
        List<Row> placeholders) {

    private static final int EMPTY_ROWS = 2;

    static final TemplateForm EMPTY = new TemplateForm(
            "",
            "",
            MessageClass.CANH_BAO,
            "",
            "{{co_quan}} cảnh báo: ",
            "",
            List.of(Row.of(new Placeholder(
                    "co_quan", "Cơ quan ban hành", PlaceholderType.TEXT, null, 30, null, null, null, "Công an tỉnh"))));

    TemplateForm {
        messageClass = messageClass == null ? MessageClass.CANH_BAO : messageClass;
        placeholders = placeholders == null ? List.of() : placeholders;
    }

    static TemplateForm of(Template template, TemplateVersion version) {
        return new TemplateForm(
                template.code(),
                template.name(),
                template.messageClass(),
                template.topic(),
                version.text(),
                version.unaccented(),
                version.placeholders().stream().map(Row::of).toList());
    }

    /** The placeholders with some empty rows for more. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>(placeholders);
        for (int i = 0; i < EMPTY_ROWS; i++) {
            rows.add(Row.EMPTY);
        }
        return rows;
    }

    TemplateDraft draft() {
        return new TemplateDraft(code, name, messageClass, topic, text == null ? "" : text, unaccented, declared());
    }

    List<Placeholder> declared() {
        return placeholders.stream()
                .filter(row -> row != null && row.name() != null && !row.name().isBlank())
                .map(Row::placeholder)
                .toList();
    }

    /** A placeholder as typed; options separated by semicolons. */
    record Row(
            String name,
            String label,
            PlaceholderType type,
            PlaceholderSource source,
            Integer maxLength,
            BigDecimal min,
            BigDecimal max,
            String options,
            String defaultValue) {

        static final Row EMPTY =
                new Row("", "", PlaceholderType.TEXT, PlaceholderSource.AUTHOR, null, null, null, "", "");

        static Row of(Placeholder placeholder) {
            return new Row(
                    placeholder.name(),
                    placeholder.label(),
                    placeholder.type(),
                    placeholder.source(),
                    placeholder.maxLength(),
                    placeholder.min(),
                    placeholder.max(),
                    String.join("; ", placeholder.options()),
                    placeholder.defaultValue());
        }

        Placeholder placeholder() {
            return new Placeholder(
                    name.strip(),
                    blankToNull(label),
                    type,
                    source,
                    maxLength,
                    min,
                    max,
                    options == null
                            ? List.of()
                            : Arrays.stream(options.split(";"))
                                    .map(String::strip)
                                    .filter(option -> !option.isEmpty())
                                    .toList(),
                    blankToNull(defaultValue));
        }

        private static String blankToNull(String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
