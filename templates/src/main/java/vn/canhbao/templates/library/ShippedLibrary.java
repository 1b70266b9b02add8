package vn.canhbao.templates.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.templates.Placeholder;
import vn.canhbao.templates.PlaceholderSource;
import vn.canhbao.templates.PlaceholderType;

/**
 * The warnings that come with the program. At the start those that are not in the table yet are put there as submitted by
 * nobody: an approver reads and releases each. One that was retired or changed stays so.
 */
@Component
public class ShippedLibrary {

    /** Stands as author of what came with the program; no account has this name. */
    public static final String AUTHOR = "canhbao";

    /** The issuing office, in every shipped text. */
    static final Placeholder OFFICE = new Placeholder(
            "co_quan",
            "Cơ quan ban hành",
            PlaceholderType.TEXT,
            PlaceholderSource.AUTHOR,
            30,
            null,
            null,
            null,
            "Công an tỉnh");

    private static final Logger log = LoggerFactory.getLogger(ShippedLibrary.class);

    private final Templates templates;

    public ShippedLibrary(Templates templates) {
        this.templates = templates;
    }

    /** The shipped texts, in the order of their topics. */
    public static List<TemplateDraft> drafts() {
        try (InputStream library = ShippedLibrary.class.getResourceAsStream("library.json")) {
            return Arrays.stream(JsonMapper.builder().build().readValue(library, Entry[].class))
                    .map(entry -> new TemplateDraft(
                            entry.code,
                            entry.name,
                            MessageClass.CANH_BAO,
                            entry.topic,
                            entry.text,
                            entry.unaccented,
                            List.of(OFFICE)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Entry(String code, String topic, String name, String text, String unaccented) {}

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void load() {
        drafts().stream().filter(draft -> !templates.exists(draft.code())).forEach(this::put);
    }

    private void put(TemplateDraft draft) {
        try {
            long id = templates.add(draft, AUTHOR);
            templates.submit(id, 1, AUTHOR);
        } catch (InvalidInput taken) {
            // Another server that starts at the same moment was faster.
            log.debug("{} is there already", draft.code(), taken);
        }
    }
}
