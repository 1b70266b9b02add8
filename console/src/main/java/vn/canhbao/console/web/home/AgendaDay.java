package vn.canhbao.console.web.home;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.canhbao.core.campaign.Campaign;

/**
 * A day on which something is sent, or that is not what its weekday says.
 *
 * @param holiday its name in the table of holidays, or {@code null}
 */
record AgendaDay(LocalDate date, String holiday, List<Entry> entries) {

    /**
     * A wave, or one firing of a recurring one.
     *
     * @param at when it is due
     * @param opensAt when its window opens, where that is closed at its time; else {@code null}
     */
    record Entry(Instant at, Instant opensAt, Campaign campaign, int position, boolean recurring) {}
}
