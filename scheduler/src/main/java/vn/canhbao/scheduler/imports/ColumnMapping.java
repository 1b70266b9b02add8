package vn.canhbao.scheduler.imports;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.problem.InvalidInput;

/** A mapping (our column → the file's column) as it is stored: a JSON object. */
final class ColumnMapping {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LENGTH = 2000;

    private ColumnMapping() {}

    static String written(Map<String, String> mapping) {
        if (mapping.isEmpty()) {
            return null;
        }
        String written = JSON.writeValueAsString(mapping);
        if (written.length() > LENGTH) {
            throw InvalidInput.of("mapping", "Tên cột dài quá (the column names are too long)");
        }
        return written;
    }

    static Map<String, String> read(String written) {
        return written == null ? Map.of() : JSON.readValue(written, new TypeReference<>() {});
    }
}
