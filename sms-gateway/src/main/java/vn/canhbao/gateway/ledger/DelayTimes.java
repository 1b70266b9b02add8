package vn.canhbao.gateway.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each link of this node looks for delayed messages next: until then, looking costs nothing. */
public final class DelayTimes {

    private final Map<String, Instant> nextLook = new ConcurrentHashMap<>();

    boolean due(String link, Instant now) {
        return !now.isBefore(nextLook.getOrDefault(link, Instant.MIN));
    }

    void looked(String link, Instant next) {
        nextLook.put(link, next);
    }

    /** A message waits until then; any link may be the one that takes it. */
    void delayed(Instant notBefore) {
        nextLook.replaceAll((link, next) -> notBefore.isBefore(next) ? notBefore : next);
    }
}
