package vn.canhbao.core.message;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of a message that was refused: whose it is, and how often it was refused before.
 *
 * @param cancelled whether its wave was cancelled while it was in flight
 * @param attempts copies of it, with the one just refused
 * @param before earlier refusals that count, by link and command_status
 */
public record RefusedMessage(
        long id,
        long waveId,
        long campaignId,
        String senderId,
        String operator,
        boolean cancelled,
        int attempts,
        Map<Key, Integer> before) {

    /** Where it was refused, and with what. */
    public record Key(String link, int commandStatus) {}

    public int triesOn(String link, int commandStatus) {
        return before.getOrDefault(new Key(link, commandStatus), 0);
    }

    /** Links that have refused it before. */
    public Set<String> refusingLinks() {
        return before.keySet().stream().map(Key::link).collect(Collectors.toSet());
    }
}
