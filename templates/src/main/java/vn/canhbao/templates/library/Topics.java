package vn.canhbao.templates.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.campaign.TopicNames;

/** The 24 forms of online fraud in the handbook of 2023, and newer ones that police and press have named since. */
@Component
public class Topics implements TopicNames {

    private final Map<String, Topic> topics = new LinkedHashMap<>();

    public Topics() {
        try (InputStream list = Topics.class.getResourceAsStream("topics.json")) {
            for (Topic topic : JsonMapper.builder().build().readValue(list, Topic[].class)) {
                topics.put(topic.code(), topic);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** By code, in their order. */
    public Map<String, Topic> all() {
        return Collections.unmodifiableMap(topics);
    }

    @Override
    public Optional<String> nameOf(String code) {
        return Optional.ofNullable(topics.get(code)).map(Topic::name);
    }
}
