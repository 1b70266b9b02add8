package vn.canhbao.console.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.scheduler.imports.RecipientColumn;
import vn.canhbao.scheduler.imports.RecipientImporter.Reading;

/**
 * The preview's form: {@code encoding}, and for each column of the file, by its position, which of ours it fills:
 * {@code column.1=msisdn}, empty for an attribute. Before a person has chosen, no column is named.
 */
record ColumnForm(MultiValueMap<String, String> fields) {

    private static final String COLUMN = "column.";

    Reading reading() {
        return new Reading(mapping(), fields.getFirst("encoding"));
    }

    private Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        boolean chosen = false;
        for (String field : fields.keySet()) {
            String ours = fields.getFirst(field);
            if (field.startsWith(COLUMN)) {
                chosen = true;
                if (!ours.isEmpty() && mapping.put(ours, "#" + field.substring(COLUMN.length())) != null) {
                    throw InvalidInput.of(
                            "mapping",
                            "Hai cột cùng được chọn là " + ours + " (two columns are chosen for " + ours + ")");
                }
            }
        }
        if (chosen) {
            for (RecipientColumn column : RecipientColumn.values()) {
                mapping.putIfAbsent(column.key(), "");
            }
        }
        return mapping;
    }
}
