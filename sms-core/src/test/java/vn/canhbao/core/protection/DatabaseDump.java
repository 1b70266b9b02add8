package vn.canhbao.core.protection;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Every value of every table, for a test to look through. */
public final class DatabaseDump {

    private DatabaseDump() {}

    /** Where the digits stand, as {@code table.column}, whatever separates them; octets are read as text too. */
    public static List<String> placesOf(String digits, DataSource source) throws SQLException {
        List<String> places = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (String table : tables(connection)) {
                try (var statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            if (holds(rows, column, digits)) {
                                places.add(table + "." + rows.getMetaData().getColumnLabel(column));
                            }
                        }
                    }
                }
            }
        }
        return places;
    }

    private static boolean holds(ResultSet row, int column, String digits) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            return false;
        }
        if (text.replaceAll("[\\s.()\\-\u00a0]", "").contains(digits)) {
            return true;
        }
        byte[] octets = row.getObject(column) instanceof byte[] raw
                ? raw
                : row.getObject(column) instanceof java.sql.Blob blob
                        ? blob.getBytes(1, (int) blob.length())
                        : new byte[0];
        return new String(octets, StandardCharsets.ISO_8859_1).contains(digits)
                || new String(octets, StandardCharsets.UTF_16BE).contains(digits);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = SCHEMA() AND table_type IN ('BASE TABLE', 'TABLE')")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }
}
