package vn.canhbao.core.protection;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.recipient.Msisdn;
import vn.canhbao.core.recipient.NumberForms;

/** Everything that we keep of a person, section by section, column by column; times are instants. */
@Component
public class PersonData {

    private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("recipient", """
                SELECT r.id, r.msisdn, r.full_name, u.name AS unit, r.kind, a.name AS area, r.attributes, r.consent_basis,
                    r.consent_date, r.consent_evidence, r.created_at, r.updated_at
                FROM recipient r LEFT JOIN unit u ON u.id = r.unit_id LEFT JOIN area a ON a.code = r.area_code
                WHERE r.msisdn = :number
                """);
        SECTIONS.put("tags", """
                SELECT t.tag FROM recipient_tag t JOIN recipient r ON r.id = t.recipient_id WHERE r.msisdn = :number ORDER BY t.tag
                """);
        SECTIONS.put("lists", """
                SELECT l.id, l.name FROM recipient r JOIN recipient_list_member m ON m.recipient_id = r.id
                    JOIN recipient_list l ON l.id = m.list_id WHERE r.msisdn = :number ORDER BY l.id
                """);
        SECTIONS.put("history", """
                SELECT h.full_name, u.name AS unit, h.attributes, h.known_until, h.import_id FROM recipient r
                    JOIN recipient_history h ON h.recipient_id = r.id LEFT JOIN unit u ON u.id = h.unit_id
                WHERE r.msisdn = :number ORDER BY h.id
                """);
        SECTIONS.put("messages", """
                SELECT m.id, c.name AS campaign, m.text, m.status, m.segments, m.operator_code, m.submitted_at, m.final_at, m.detail
                FROM message m JOIN campaign c ON c.id = m.campaign_id WHERE m.msisdn = :number ORDER BY m.id
                """);
        SECTIONS.put("acknowledgements", """
                SELECT a.at, c.name AS campaign, a.text FROM acknowledgement a JOIN campaign c ON c.id = a.campaign_id
                WHERE a.msisdn = :number ORDER BY a.at
                """);
        SECTIONS.put("replies", """
                SELECT received_at, dest_addr, text, kind, action FROM inbound_message WHERE source_addr IN (:addresses) ORDER BY id
                """);
        SECTIONS.put("suppressions", """
                SELECT reason, note, created_by, created_at, NULL AS lifted_at, NULL AS lift_reason FROM suppression WHERE msisdn = :number
                UNION ALL SELECT reason, note, created_by, created_at, lifted_at, lift_reason FROM lifted_suppression WHERE msisdn = :number
                """);
        SECTIONS.put("ported", """
                SELECT operator_code, source, created_at FROM operator_override WHERE msisdn = :number
                """);
        SECTIONS.put("requests", """
                SELECT id, kind, requester, received_on, due_on, status, outcome FROM data_request WHERE msisdn = :number ORDER BY id
                """);
    }

    private final JdbcClient jdbc;

    public PersonData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is kept; sections without a row stay, so that "nothing" is an answer too. */
    public Map<String, List<Map<String, Object>>> of(Msisdn number) {
        Map<String, List<Map<String, Object>>> found = new LinkedHashMap<>();
        SECTIONS.forEach((section, sql) -> found.put(
                section,
                jdbc.sql(sql)
                        .param("number", number.digits())
                        .param("addresses", new NumberForms(number).addresses())
                        .query(PersonData::row)
                        .list()));
        return found;
    }

    private static Map<String, Object> row(ResultSet row, int number) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            values.put(
                    name,
                    columns.getColumnType(i) == Types.TIMESTAMP
                            ? Utc.instant(row, name)
                            : JdbcUtils.getResultSetValue(row, i));
        }
        return values;
    }
}
