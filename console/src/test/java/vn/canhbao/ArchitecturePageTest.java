package vn.canhbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The classes and methods that docs/architecture.md leads its reader to are there under these names. */
class ArchitecturePageTest {

    /** {@code SmppLink} or {@code MessageQueue.claim}; a state such as {@code READY} has no small letter. */
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.([a-z]\\w*))?`");

    @Test
    void everyClassAndMethodOfThePageExists() throws IOException {
        Map<String, String> sources = sources();
        Set<String> missing = new TreeSet<>();
        NAMED.matcher(Files.readString(Path.of("../docs/architecture.md")))
                .results()
                .forEach(named -> {
                    String source = sources.getOrDefault(named.group(1), "");
                    String method = named.group(2);
                    if (source.isEmpty() || method != null && !source.contains(" " + method + "(")) {
                        missing.add(named.group());
                    }
                });

        assertThat(missing)
                .as("names in docs/architecture.md that no source has")
                .isEmpty();
    }

    /** By class; tests too, for the page names the one that keeps its rules. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(file -> file.toString().matches(".*/src/(main|test)/java/.*\\.java"))
                    .toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
