package vn.canhbao.gateway.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.canhbao.gateway.peers.PeerSmsc.ReceivedSubmit;

/** What the phones show: segments put together by destination and UDH reference, as 3GPP TS 23.040 §9.2.3.24.1 says. */
public final class PeerMessages {

    private PeerMessages() {}

    /**
     * Texts by destination, each message once, in the order of their first segments.
     *
     * @throws IllegalStateException where a UDH is wrong, a segment is missing or came twice
     */
    public static Map<String, List<String>> byDestination(List<ReceivedSubmit> received) {
        Map<String, List<String>> texts = new TreeMap<>();
        Map<String, String[]> open = new TreeMap<>();
        for (ReceivedSubmit submit : received) {
            if (submit.udh().isEmpty()) {
                texts.computeIfAbsent(submit.destination(), number -> new ArrayList<>())
                        .add(submit.text());
            } else {
                concatenate(submit, open, texts);
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalStateException("messages with a missing segment: " + open.keySet());
        }
        return texts;
    }

    private static void concatenate(
            ReceivedSubmit submit, Map<String, String[]> open, Map<String, List<String>> texts) {
        if (!submit.udh().matches("0003[0-9a-f]{6}")) {
            throw new IllegalStateException("no concatenation header of 8 bits: " + submit);
        }
        int total = Integer.parseInt(submit.udh().substring(6, 8), 16);
        int number = Integer.parseInt(submit.udh().substring(8, 10), 16);
        String message = submit.destination() + " reference " + submit.udh().substring(4, 6);
        String[] parts = open.computeIfAbsent(message, key -> new String[total]);
        if (parts.length != total || number < 1 || number > total || parts[number - 1] != null) {
            throw new IllegalStateException("segment " + number + "/" + total + " does not fit: " + submit);
        }
        parts[number - 1] = submit.text();
        if (java.util.Arrays.stream(parts).allMatch(java.util.Objects::nonNull)) {
            open.remove(message);
            texts.computeIfAbsent(submit.destination(), key -> new ArrayList<>())
                    .add(String.join("", parts));
        }
    }
}
