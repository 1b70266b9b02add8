package vn.canhbao.console.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.report.broadcast.Broadcast;
import vn.canhbao.report.broadcast.BroadcastRequest;

/** The fields of the form that asks an operator for a broadcast; times as a browser types them, in Viet Nam. */
record BroadcastForm(
        String operator, String topic, String text, String area, String startsAt, String endsAt, String source) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    static final BroadcastForm EMPTY = new BroadcastForm("", "", "", "", "", "", "");

    static BroadcastForm of(Broadcast broadcast) {
        BroadcastRequest request = broadcast.request();
        return new BroadcastForm(
                request.operator(),
                request.topic(),
                request.text(),
                request.area(),
                typed(request.startsAt()),
                typed(request.endsAt()),
                request.source());
    }

    BroadcastRequest request() {
        return new BroadcastRequest(operator, topic, text, area, instant(startsAt), instant(endsAt), source);
    }

    static String typed(Instant instant) {
        return MINUTE.format(instant.atZone(ClockConfiguration.LOCAL));
    }

    /** {@code null} for what is empty or no time. */
    static Instant instant(String typed) {
        try {
            return typed == null || typed.isBlank()
                    ? null
                    : LocalDateTime.parse(typed.strip())
                            .atZone(ClockConfiguration.LOCAL)
                            .toInstant();
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }
}
