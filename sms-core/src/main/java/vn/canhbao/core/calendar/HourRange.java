package vn.canhbao.core.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a day in local time, its end excluded.
 *
 * @param from minutes after the day's midnight
 * @param to minutes after the same midnight; beyond 1440 where the range goes on in the next day
 */
record HourRange(int from, int to) {

    private static final int DAY = 24 * 60;
    private static final Pattern FORM = Pattern.compile("(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");

    /** {@code 07:30-11:30}; {@code 22:00-05:00} ends on the next day, {@code 00:00-24:00} is the whole day. */
    static HourRange parse(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "“" + text + "” không phải khung giờ; viết như 07:30-11:30 (no range of hours, write 07:30-11:30)");
        }
        int from = minutes(text, found.group(1), found.group(2));
        int to = minutes(text, found.group(3), found.group(4));
        if (from == to || from == DAY) {
            throw new IllegalArgumentException(
                    "“" + text + "” không có phút nào; cả ngày là 00:00-24:00 (empty, the whole day is 00:00-24:00)");
        }
        return new HourRange(from, to > from ? to : to + DAY);
    }

    private static int minutes(String range, String hours, String minutes) {
        int sum = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        if (sum > DAY || Integer.parseInt(minutes) > 59) {
            throw new IllegalArgumentException(
                    "“" + range + "”: giờ từ 00:00 đến 24:00 (times go from 00:00 to 24:00)");
        }
        return sum;
    }

    @Override
    public String toString() {
        return time(from) + "-" + (to == DAY ? "24:00" : time(to % DAY));
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
