package vn.canhbao.scheduler.statistics;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.canhbao.core.statistics.TallyKeeper;

/** Asks every few seconds for the waves that are due to be counted anew. */
@Component
@EnableConfigurationProperties(StatisticsSettings.class)
class TallyRefresh {

    private final TallyKeeper keeper;

    TallyRefresh(TallyKeeper keeper) {
        this.keeper = keeper;
    }

    // At a fixed rate each call has a thread of its own: a wave of a million takes seconds, and settlement doesn't
    // wait.
    @Scheduled(fixedRateString = "${canhbao.statistics.interval:5s}")
    void refresh() {
        keeper.refresh();
    }
}
