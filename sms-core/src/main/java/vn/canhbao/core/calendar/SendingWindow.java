package vn.canhbao.core.calendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hours of a week in which messages of a class may be sent, in local time.
 *
 * @param week by weekday; a weekday that is left out is closed
 * @param daysOff the hours of days off, or {@code null}: as on any other day
 */
public record SendingWindow(Map<DayOfWeek, DayHours> week, DayHours daysOff) {

    static final String AS_USUAL = "as-usual";

    private static final String DAY_NAMES = "MON|TUE|WED|THU|FRI|SAT|SUN";
    private static final Pattern PART = Pattern.compile(
            "(?:((?:" + DAY_NAMES + ")(?:[,-](?:" + DAY_NAMES + "))*)\\s+)?(\\S.*)", Pattern.CASE_INSENSITIVE);
    private static final List<String> DAYS = List.of(DAY_NAMES.split("\\|"));

    public SendingWindow {
        week = Map.copyOf(week);
    }

    /**
     * Reads {@code 07:00-22:00}, {@code MON-FRI 07:30-11:30,13:30-17:00; SAT 08:00-11:00}, {@code closed}.
     *
     * @param daysOff hours of days off, {@code closed} or {@code as-usual}
     * @throws IllegalArgumentException with what is wrong and how to write it
     */
    public static SendingWindow parse(String hours, String daysOff) {
        Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        for (String part : hours.split(";")) {
            Matcher found = PART.matcher(part.strip());
            if (found.matches()) {
                DayHours day = DayHours.parse(found.group(2));
                days(found.group(1)).forEach(weekday -> week.put(weekday, day));
            }
        }
        return new SendingWindow(week, daysOff.strip().equalsIgnoreCase(AS_USUAL) ? null : DayHours.parse(daysOff));
    }

    private static List<DayOfWeek> days(String names) {
        if (names == null) {
            return List.of(DayOfWeek.values());
        }
        return Arrays.stream(names.toUpperCase(Locale.ROOT).split(","))
                .flatMap(part -> {
                    String[] ends = part.split("-");
                    DayOfWeek first = day(ends[0]);
                    int length = Math.floorMod(day(ends[ends.length - 1]).getValue() - first.getValue(), 7);
                    return java.util.stream.IntStream.rangeClosed(0, length).mapToObj(first::plus);
                })
                .toList();
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.of(DAYS.indexOf(name) + 1);
    }

    DayHours on(DayOfWeek weekday) {
        return week.getOrDefault(weekday, DayHours.CLOSED);
    }

    /** The ordinary week as people read it: {@code 07:00-22:00}, {@code MON-FRI 07:30-11:30; SAT 08:00-11:00}. */
    public String hours() {
        Map<String, List<DayOfWeek>> alike = Arrays.stream(DayOfWeek.values())
                .collect(Collectors.groupingBy(
                        weekday -> on(weekday).toString(), LinkedHashMap::new, Collectors.toList()));
        if (alike.size() == 1) {
            return alike.keySet().iterator().next();
        }
        alike.remove(DayHours.CLOSED.toString());
        return alike.entrySet().stream()
                .map(entry -> names(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String names(List<DayOfWeek> weekdays) {
        boolean row = weekdays.getLast().getValue() - weekdays.getFirst().getValue() == weekdays.size() - 1;
        return row && weekdays.size() > 2
                ? name(weekdays.getFirst()) + "-" + name(weekdays.getLast())
                : weekdays.stream().map(SendingWindow::name).collect(Collectors.joining(","));
    }

    private static String name(DayOfWeek weekday) {
        return DAYS.get(weekday.getValue() - 1);
    }

    /** The hours of days off as they are configured. */
    public String hoursOnDaysOff() {
        return daysOff == null ? AS_USUAL : daysOff.toString();
    }
}
