package vn.canhbao.gateway.link;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** All links as they stand, for pages, REST, health and the demo. */
@Component
public class Links {

    private final Map<String, Supplier<LinkState>> states = new ConcurrentSkipListMap<>();

    public void register(String name, Supplier<LinkState> state) {
        states.put(name, state);
    }

    /** By name. */
    public List<LinkState> all() {
        return states.values().stream().map(Supplier::get).toList();
    }
}
