package vn.canhbao.gateway.control;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit;

/** What the SMSC counts: when each submit_sm arrived, and for whom. */
final class SmscCount implements Consumer<AcceptedSubmit> {

    static final long SECOND = 1_000_000_000L;

    record Arrival(long at, String account, String destination) {}

    private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();

    @Override
    public void accept(AcceptedSubmit submit) {
        arrivals.add(new Arrival(System.nanoTime(), submit.systemId(), submit.destination()));
    }

    int size() {
        return arrivals.size();
    }

    /** In the order in which they came. */
    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    List<String> destinations() {
        return arrivals.stream().map(Arrival::destination).toList();
    }

    /** Most in any sliding second. */
    int mostInASecond() {
        List<Long> times = times();
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (times.get(last) - times.get(first) >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /**
     * Over whole seconds of a wave that began at a moment. Not its first second, in which the nodes find out one after the
     * other that there is work, and not its last, in which one of them may have no more; nor the time
     * in which the machine stood still.
     */
    double mean(long from, Stalls stalls) {
        List<Long> times = times().stream().filter(time -> time >= from).toList();
        long first = times.getFirst() + SECOND;
        long seconds = (times.getLast() - first) / SECOND - 1;
        long last = first + seconds * SECOND;
        long counted =
                times.stream().filter(time -> time >= first && time < last).count();
        return counted * (double) SECOND / (seconds * SECOND - stalls.between(first, last));
    }

    List<Long> times() {
        return arrivals.stream().map(Arrival::at).sorted().toList();
    }
}
