package vn.canhbao.gateway.smpp;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The bind slots of a running link and which of them are wanted now. */
final class BindSlots {

    private static final Duration UNBIND_PATIENCE = Duration.ofSeconds(3);

    private final List<BindSupervisor> all;
    private volatile List<BindSupervisor> wanted = List.of();

    BindSlots(int count, IntFunction<BindSupervisor> supervisor) {
        all = IntStream.rangeClosed(1, count).mapToObj(supervisor).toList();
        all.forEach(BindSupervisor::start);
    }

    /** Binds these, and drains and unbinds the others. */
    void want(Set<Integer> slots) {
        wanted = all.stream().filter(slot -> slots.contains(slot.number())).toList();
        all.forEach(slot -> slot.want(slots.contains(slot.number())));
    }

    /** The turn's slot where it is bound, else the next that is, else {@code null}. */
    BoundSlot of(int turn) {
        List<BindSupervisor> now = wanted;
        int first = Math.floorMod(turn, Math.max(1, now.size()));
        for (int i = 0; i < now.size(); i++) {
            BoundSlot slot = now.get((first + i) % now.size()).current();
            if (slot != null) {
                return slot;
            }
        }
        return null;
    }

    Set<Integer> bound() {
        Set<Integer> bound = new TreeSet<>();
        all.stream().filter(slot -> slot.current() != null).forEach(slot -> bound.add(slot.number()));
        return bound;
    }

    Set<Integer> open() {
        Set<Integer> open = new TreeSet<>();
        all.stream().filter(BindSupervisor::isOpen).forEach(slot -> open.add(slot.number()));
        return open;
    }

    void cut() {
        all.forEach(BindSupervisor::cut);
    }

    void hurry() {
        all.forEach(BindSupervisor::hurry);
    }

    /** After {@code want(Set.of())}: returns when every answer is in and every slot unbound, or after so long. */
    void awaitReleased(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (BindSupervisor slot : all) {
            slot.awaitReleased(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }

    /** Unbinds all, without waiting for answers. */
    void close() {
        wanted = List.of();
        all.forEach(BindSupervisor::close);
        try {
            for (BindSupervisor slot : all) {
                slot.awaitClosed(UNBIND_PATIENCE);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
