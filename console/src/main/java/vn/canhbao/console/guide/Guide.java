package vn.canhbao.console.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The pages of the guide by name. */
@Component
public class Guide {

    private static final String FIRST = "muc-luc";

    public GuidePage first() {
        return page(FIRST).orElseThrow();
    }

    /** The page; empty where there is none of that name. */
    public Optional<GuidePage> page(String name) {
        ClassPathResource file = new ClassPathResource("guide/" + name + ".md");
        if (!name.matches("[a-z-]+") || !file.exists()) {
            return Optional.empty();
        }
        try {
            return Optional.of(GuidePage.of(file.getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
