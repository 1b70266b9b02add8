package vn.canhbao.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.canhbao.core.message.MessageStatus;

/** A wave's tallies as rows of the two tables that keep them: by reason over all units, and by unit over all reasons. */
final class TallyRows {

    private static final MessageStatus[] STATES = MessageStatus.values();

    static final String INSERT_BY_UNIT = "INSERT INTO statistics_unit (wave_id, operator_code, unit_id, "
            + Arrays.stream(STATES).map(TallyRows::column).collect(Collectors.joining(", "))
            + ", handed_over, segments) VALUES ("
            + String.join(", ", Collections.nCopies(3 + STATES.length + 2, "?")) + ")";

    private TallyRows() {}

    /** Of statistics_unit. */
    static String column(MessageStatus state) {
        return state.name().toLowerCase(Locale.ROOT) + "_messages";
    }

    static List<Object[]> byReason(long wave, List<WaveTally> tallies) {
        Map<WaveTally.Kind, long[]> sums = new HashMap<>();
        for (WaveTally tally : tallies) {
            long[] sum = sums.computeIfAbsent(
                    new WaveTally.Kind(tally.operator(), 0, tally.status(), tally.reason()), any -> new long[3]);
            sum[0] += tally.messages();
            sum[1] += tally.submitted();
            sum[2] += tally.segments();
        }
        List<Object[]> rows = new ArrayList<>();
        sums.forEach((kind, sum) -> rows.add(new Object[] {
            wave,
            kind.operator(),
            kind.status().name(),
            kind.reason() == null ? "" : kind.reason().name(),
            sum[0],
            sum[1],
            sum[2]
        }));
        return rows;
    }

    static List<Object[]> byUnit(long wave, List<WaveTally> tallies) {
        Map<UnitKey, long[]> sums = new HashMap<>();
        for (WaveTally tally : tallies) {
            long[] sum = sums.computeIfAbsent(
                    new UnitKey(tally.operator(), tally.unit()), any -> new long[STATES.length + 2]);
            sum[tally.status().ordinal()] += tally.messages();
            sum[STATES.length] += tally.submitted();
            sum[STATES.length + 1] += tally.segments();
        }
        List<Object[]> rows = new ArrayList<>();
        sums.forEach((key, sum) -> {
            List<Object> row = new ArrayList<>(List.of(wave, key.operator(), key.unit()));
            Arrays.stream(sum).forEach(row::add);
            rows.add(row.toArray());
        });
        return rows;
    }

    private record UnitKey(String operator, long unit) {}
}
