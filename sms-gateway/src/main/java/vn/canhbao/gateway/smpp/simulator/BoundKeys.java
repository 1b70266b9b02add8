package vn.canhbao.gateway.smpp.simulator;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings records and the configuration keys that make them, in both directions. */
final class BoundKeys {

    private static final String PREFIX = "operator";

    private BoundKeys() {}

    /** @throws RuntimeException that names the key, when the record has none such */
    static <T extends Record> T record(Class<T> type, Map<String, ?> keys) {
        Map<String, Object> prefixed = new TreeMap<>();
        keys.forEach((key, value) -> prefixed.put(PREFIX + "." + key, value.toString()));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bind(PREFIX, Bindable.of(type), new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .get();
    }

    @SuppressWarnings("unchecked")
    static <T extends Record> T changed(T record, Object... keysAndValues) {
        Map<String, Object> keys = new TreeMap<>();
        collect("", record, keys);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            keys.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return record((Class<T>) record.getClass(), keys);
    }

    private static void collect(String prefix, Record record, Map<String, Object> keys) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String key =
                    prefix + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            switch (value(component, record)) {
                case null -> {}
                case Record nested -> collect(key + ".", nested, keys);
                case Map<?, ?> map -> map.forEach((name, value) -> keys.put(key + "." + name, value));
                case List<?> list -> {
                    if (!list.isEmpty()) {
                        keys.put(
                                key,
                                String.join(
                                        ",", list.stream().map(Object::toString).toList()));
                    }
                }
                case Object value -> keys.put(key, value);
            }
        }
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
