package vn.canhbao.templates;

import java.util.List;
import java.util.Map;

/** A piece of a parsed text; {@code position} is where it begins, from 0. */
sealed interface Part {

    void render(Map<String, String> values, StringBuilder to);

    /** What stands in every message. */
    record Words(String text) implements Part {

        @Override
        public void render(Map<String, String> values, StringBuilder to) {
            to.append(text);
        }
    }

    /** A value, put in as it is. */
    record Field(String name, int position) implements Part {

        @Override
        public void render(Map<String, String> values, StringBuilder to) {
            String value = values.get(name);
            if (value != null) {
                to.append(value);
            }
        }
    }

    /** Parts for those who have a value, or for those who have none. */
    record Section(String name, boolean forThoseWithout, List<Part> parts, int position) implements Part {

        @Override
        public void render(Map<String, String> values, StringBuilder to) {
            if (isShown(values.get(name))) {
                for (Part part : parts) {
                    part.render(values, to);
                }
            }
        }

        boolean isShown(String value) {
            return (value == null || value.isBlank()) == forThoseWithout;
        }
    }
}
