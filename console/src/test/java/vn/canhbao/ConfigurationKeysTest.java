package vn.canhbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * docs/configuration.md has every {@code canhbao.} key that the code reads, and no other. The name in a key that the user
 * chooses is {@code <>} here.
 */
class ConfigurationKeysTest {

    /** What is bound by hand and so bears no annotation; the second is nobody's business outside its package. */
    private static final Map<String, String> BOUND_BY_HAND = Map.of(
            "canhbao.links.<>", "vn.canhbao.gateway.link.LinkSettings",
            "canhbao.operators.<>", "vn.canhbao.gateway.LinkPlanConfiguration$OperatorSettings");

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(canhbao\\.[a-z.-]+)|(?<!System\\.)getProperty\\(\\s*\"(canhbao\\.[a-z.-]+)\"");
    private static final Pattern HEADING = Pattern.compile("^#+ .*`(canhbao\\..*\\.)…`");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @Test
    void everyKeyIsDocumentedAndNoOther() throws Exception {
        assertThat(without(read(), documented()))
                .as("keys that docs/configuration.md lacks")
                .isEmpty();
        assertThat(without(documented(), read()))
                .as("keys of docs/configuration.md that no code reads")
                .isEmpty();
    }

    private static Set<String> without(Set<String> keys, Set<String> others) {
        Set<String> rest = new TreeSet<>(keys);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> read() throws Exception {
        Set<String> keys = new TreeSet<>(placeholders());
        Map<String, Class<?>> roots = new HashMap<>();
        for (var root : BOUND_BY_HAND.entrySet()) {
            roots.put(root.getKey(), Class.forName(root.getValue()));
        }
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scan.findCandidateComponents("vn.canhbao")) {
            Class<?> settings = Class.forName(found.getBeanClassName());
            roots.put(settings.getAnnotation(ConfigurationProperties.class).value(), settings);
        }
        roots.forEach((prefix, settings) -> addComponents(prefix, settings, keys));
        return keys;
    }

    private static void addComponents(String prefix, Class<?> settings, Collection<String> keys) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            add(prefix + "." + name, component.getGenericType(), keys);
        }
    }

    private static void add(String key, Type type, Collection<String> keys) {
        if (type instanceof Class<?> nested && nested.isRecord()) {
            addComponents(key, nested, keys);
        } else if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            add(key + ".<>", map.getActualTypeArguments()[1], keys);
        } else {
            keys.add(key);
        }
    }

    private static Set<String> placeholders() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(file -> file.toString().matches(".*/src/main/.*\\.(java|yml|xml)"))
                    .toList()) {
                PLACEHOLDER
                        .matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    /** The first cells of the page's tables, under the prefix of their heading; {@code .b} after {@code a.x} is a.b. */
    private static Set<String> documented() throws IOException {
        Set<String> keys = new TreeSet<>();
        String prefix = "";
        for (String line : Files.readAllLines(Path.of("../docs/configuration.md"))) {
            if (line.startsWith("#")) {
                Matcher heading = HEADING.matcher(line);
                prefix = heading.find() ? heading.group(1) : "";
            } else if (line.startsWith("| ")) {
                String last = "";
                for (var quoted : QUOTED.matcher(line.split("\\|")[1]).results().toList()) {
                    String key = quoted.group(1);
                    last = key.startsWith(".")
                            ? last.substring(0, last.lastIndexOf('.')) + key
                            : key.startsWith("canhbao.") ? key : prefix + key;
                    keys.add(last.replaceAll("<[^>]*>", "<>"));
                }
            }
        }
        keys.removeIf(key -> !key.startsWith("canhbao."));
        return keys;
    }
}
