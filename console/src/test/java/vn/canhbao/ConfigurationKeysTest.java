package vn.canhbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key that the sources read is in docs/configuration.md. */
class ConfigurationKeysTest {

    private static final Pattern VALUE = Pattern.compile("\\$\\{(canhbao\\.[a-z.-]+)");
    private static final Pattern SETTINGS_RECORD = Pattern.compile(
            "(?s)(?:@ConfigurationProperties\\([^)]*\\)\\s+(?:public )?|public )record (\\w+)\\((.*?)\\)\\s*(?:implements \\w+ )?\\{");
    private static final Pattern COMPONENT = Pattern.compile("\\b([a-z]\\w*)\\s*(?:,\\s*(?:@|\\w+(?:<|\\s))|$)");

    @Test
    void everyKeyIsDocumented() throws IOException {
        String page = Files.readString(Path.of("../docs/configuration.md"));

        assertThat(keys()).isNotEmpty().allSatisfy(key -> assertThat(page).contains(key));
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList()) {
                String source = read(file);
                VALUE.matcher(source).results().forEach(found -> keys.add(found.group(1)));
                if (source.contains("@ConfigurationProperties(\"canhbao") || file.endsWith("LinkSettings.java")) {
                    keys.addAll(components(source));
                }
            }
        }
        return keys;
    }

    /** The components of a settings record as keys: {@code submitsPerSecond} is {@code submits-per-second}. */
    private static List<String> components(String source) {
        Matcher declared = SETTINGS_RECORD.matcher(source);
        assertThat(declared.find()).as("a settings record in %s", source).isTrue();
        return COMPONENT
                .matcher(declared.group(2).replaceAll("@DefaultValue\\([^)]*\\)", ""))
                .results()
                .map(component ->
                        component.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
