package vn.canhbao.core.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The ranges of hours that begin on a day; none: closed. */
record DayHours(List<HourRange> ranges) {

    static final DayHours CLOSED = new DayHours(List.of());

    private static final String CLOSED_WORD = "closed";

    DayHours {
        ranges = List.copyOf(ranges);
    }

    /** {@code 07:30-11:30,13:30-17:00}, or {@code closed}. */
    static DayHours parse(String text) {
        String given = text.replace(" ", "");
        return given.isEmpty() || given.equalsIgnoreCase(CLOSED_WORD)
                ? CLOSED
                : new DayHours(
                        Arrays.stream(given.split(",")).map(HourRange::parse).toList());
    }

    @Override
    public String toString() {
        return ranges.isEmpty()
                ? CLOSED_WORD
                : ranges.stream().map(HourRange::toString).collect(Collectors.joining(", "));
    }
}
