package vn.canhbao.gateway.control;

import java.util.Collection;

/** The part of a link's rate or window that goes with some of its slots; the parts of all slots make the whole. */
final class SlotShare {

    private SlotShare() {}

    /**
     * @param slots from 1 to {@code of}
     * @param of how many there are
     */
    static int of(int whole, Collection<Integer> slots, int of) {
        return slots.stream()
                .mapToInt(slot -> upTo(whole, slot, of) - upTo(whole, slot - 1, of))
                .sum();
    }

    private static int upTo(int whole, int slot, int of) {
        return (int) ((long) whole * slot / of);
    }
}
