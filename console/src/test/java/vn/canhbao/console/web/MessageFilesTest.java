package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessageFilesTest {

    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z0-9.]+)|msg\\('([a-zA-Z0-9.]+)'(?! \\+)");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(read("messages_en.properties").keySet())
                .isEqualTo(read("messages.properties").keySet());
    }

    @Test
    void bothLanguagesTakeTheSameParameters() throws IOException {
        Properties vietnamese = read("messages.properties");
        read("messages_en.properties")
                .forEach((key, english) -> assertThat(parameters((String) english))
                        .as((String) key)
                        .isEqualTo(parameters(vietnamese.getProperty((String) key))));
    }

    @Test
    void everyKeyThatATemplateNamesExists() throws IOException {
        Properties vietnamese = read("messages.properties");
        for (Resource template : new PathMatchingResourcePatternResolver().getResources("classpath:templates/*.html")) {
            USED.matcher(template.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                    .forEach(key ->
                            assertThat(vietnamese).as(template.getFilename()).containsKey(key));
        }
    }

    private static TreeSet<String> parameters(String message) {
        TreeSet<String> parameters = new TreeSet<>();
        Pattern.compile("\\{\\d}").matcher(message).results().forEach(match -> parameters.add(match.group()));
        return parameters;
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(MessageFilesTest.class.getResourceAsStream("/" + file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
