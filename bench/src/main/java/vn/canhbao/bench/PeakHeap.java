package vn.canhbao.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The most heap that was in use since a moment. */
final class PeakHeap {

    private static final long MEGABYTE = 1024 * 1024;

    private final List<MemoryPoolMXBean> pools;

    private PeakHeap(List<MemoryPoolMXBean> pools) {
        this.pools = pools;
    }

    static PeakHeap fromNow() {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        return new PeakHeap(pools);
    }

    long megabytes() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
    }
}
