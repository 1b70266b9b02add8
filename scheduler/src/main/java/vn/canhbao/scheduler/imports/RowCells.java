package vn.canhbao.scheduler.imports;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row's cells as they are stored with what was wrong: a JSON array. */
public final class RowCells {

    // The column holds 65,535 octets of UTF-8.
    private static final int LENGTH = 16_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RowCells() {}

    /** {@code null} for a row that is longer than any list of people has. */
    static String written(List<String> cells) {
        String written = JSON.writeValueAsString(cells);
        return written.length() > LENGTH ? null : written;
    }

    /** The cells; none where they were not kept. */
    public static List<String> read(String written) {
        return written == null ? List.of() : JSON.readValue(written, new TypeReference<>() {});
    }
}
