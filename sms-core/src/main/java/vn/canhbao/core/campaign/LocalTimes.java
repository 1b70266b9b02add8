package vn.canhbao.core.campaign;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import vn.canhbao.core.ClockConfiguration;

/** Times as people here read them, with the zone. */
final class LocalTimes {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy 'giờ Việt Nam'");

    private LocalTimes() {}

    static String format(Instant instant) {
        return FORMAT.format(instant.atZone(ClockConfiguration.LOCAL));
    }
}
