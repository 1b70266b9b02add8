package vn.canhbao.scheduler.units;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.canhbao.core.confirmation.UnitCounts;

/** Keeps the figures of units fresh, apart from the sending. */
@Component
class UnitCounting {

    private final UnitCounts counts;

    UnitCounting(UnitCounts counts) {
        this.counts = counts;
    }

    // At a rate: with virtual threads a fixed delay would hold the one thread that closes windows for a whole count.
    @Scheduled(fixedRate = 5_000)
    void count() {
        counts.countDue();
    }
}
