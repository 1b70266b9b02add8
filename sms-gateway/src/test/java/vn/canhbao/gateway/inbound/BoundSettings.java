package vn.canhbao.gateway.inbound;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they are bound at the start. */
final class BoundSettings {

    private BoundSettings() {}

    /** @param keys after {@code canhbao.inbound.}, and their values, in turn */
    static InboundSettings of(String... keys) {
        Map<String, String> properties = new TreeMap<>();
        for (int i = 0; i < keys.length; i += 2) {
            properties.put("canhbao.inbound." + keys[i], keys[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("canhbao.inbound", InboundSettings.class);
    }
}
