package vn.canhbao.gateway.smpp;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The concatenation references of a link. A phone puts segments together by sender, reference and total, so two messages
 * to one number must not share a reference while their segments are about: with 8 bits, one pair of message ids in 256
 * would. A message gets the low bits of its id, the same at every try, even after a restart; only where another message
 * to the same number holds that one, the next free one.
 */
final class ReferenceNumbers {

    /** Far more than the windows hold; the oldest are forgotten. */
    private static final int REMEMBERED = 16_384;

    private record Reference(String destination, int number) {}

    private final Map<Reference, Long> messages = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Reference, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param mask the bits that the reference may have, 0xFF or 0xFFFF */
    synchronized int of(long message, String destination, int mask) {
        int own = (int) (message & mask);
        int number = own;
        do {
            Long holder = messages.get(new Reference(destination, number));
            if (holder == null || holder == message) {
                hold(message, destination, number);
                return number;
            }
            number = (number + 1) & mask;
        } while (number != own);
        return own;
    }

    /** The message goes on with a reference that it got earlier, perhaps before a restart. */
    synchronized void hold(long message, String destination, int number) {
        messages.put(new Reference(destination, number), message);
    }
}
