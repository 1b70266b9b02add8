package vn.canhbao.core.protection;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.canhbao.core.recipient.NumberForms;

/**
 * Numbers in what people and files wrote: notes, reasons, refused rows, further columns. Every text column of every table
 * is asked, so that a table that comes later is not forgotten.
 */
@Component
class WrittenNumbers {

    // Large, and without free text of people; the erasure goes through them by number. The trail never holds one.
    private static final Set<String> NOT_ASKED = Set.of(
            "message",
            "message_segment",
            "message_delay",
            "receipt_journal",
            "receipt_orphan",
            "receipt_watermark",
            "audit_trail",
            "audit_chain",
            "erased_number",
            "office_key",
            "flyway_schema_history",
            "api_token",
            "console_session",
            "recovery_code",
            "user_account");

    // Separators, as a spreadsheet or a person puts them between the digits.
    private static final List<String> SEPARATORS = List.of(" ", ".", "-", "(", ")", "\u00a0");

    private final JdbcClient jdbc;

    private record Column(String table, String name) {}

    WrittenNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void erase(NumberForms forms, String token) {
        // A refused row is the person's whole row of the file.
        for (String national : forms.nationals()) {
            jdbc.sql("DELETE FROM recipient_import_reject WHERE " + digits("raw_value") + " LIKE :national OR "
                            + digits("cells") + " LIKE :national")
                    .param("national", "%" + national + "%")
                    .update();
        }
        columns().forEach(column -> erase(column, forms, token));
    }

    private void erase(Column column, NumberForms forms, String token) {
        for (String national : forms.nationals()) {
            List<String> texts = jdbc.sql("SELECT DISTINCT " + column.name() + " FROM " + column.table() + " WHERE "
                            + digits(column.name()) + " LIKE ?")
                    .param("%" + national + "%")
                    .query(String.class)
                    .list();
            for (String text : texts) {
                String without = forms.replacedIn(text, token);
                if (!without.equals(text)) {
                    jdbc.sql("UPDATE " + column.table() + " SET " + column.name() + " = ? WHERE " + column.name()
                                    + " = ?")
                            .params(without, text)
                            .update();
                }
            }
        }
    }

    private static String digits(String column) {
        String expression = column;
        for (String separator : SEPARATORS) {
            expression = "REPLACE(" + expression + ", '" + separator + "', '')";
        }
        return expression;
    }

    private List<Column> columns() {
        return jdbc
                .sql("""
                        SELECT c.table_name AS table_name, c.column_name AS column_name FROM information_schema.columns c
                            JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                        WHERE c.table_schema = SCHEMA() AND t.table_type IN ('BASE TABLE', 'TABLE')
                            AND LOWER(c.data_type) IN ('varchar', 'text', 'mediumtext', 'longtext',
                                'character varying', 'character large object')
                            AND (c.character_maximum_length IS NULL OR c.character_maximum_length >= 9)
                        """)
                .query((row, n) -> new Column(
                        row.getString(1).toLowerCase(Locale.ROOT),
                        row.getString(2).toLowerCase(Locale.ROOT)))
                .list()
                .stream()
                .filter(column -> !NOT_ASKED.contains(column.table()))
                .filter(column ->
                        !column.table().startsWith("qrtz_") && !column.table().startsWith("batch_"))
                .toList();
    }
}
