package vn.canhbao.core.calendar;

import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code canhbao.windows.*}: when messages of each class may be sent.
 *
 * @param enforced {@code null}: as soon as a link leads off this machine ({@link PhoneReach})
 * @param canhBao warnings; on days off too
 * @param tuyenTruyen awareness; not on days off
 * @param dieuHanh notices to own staff; not on days off
 */
@ConfigurationProperties("canhbao.windows")
public record WindowSettings(Boolean enforced, ClassWindow canhBao, ClassWindow tuyenTruyen, ClassWindow dieuHanh) {

    public WindowSettings {
        canhBao = ClassWindow.orUsual(canhBao, SendingWindow.AS_USUAL);
        tuyenTruyen = ClassWindow.orUsual(tuyenTruyen, DayHours.CLOSED.toString());
        dieuHanh = ClassWindow.orUsual(dieuHanh, DayHours.CLOSED.toString());
    }

    /**
     * The window of a class; hours as in Decree 91/2020/NĐ-CP, Art. 13, kept as policy.
     *
     * @param hours {@code 07:00-22:00}, {@code MON-FRI 07:30-11:30,13:30-17:00; SAT 08:00-11:00}
     * @param daysOff hours of days off, {@code closed} or {@code as-usual}
     */
    public record ClassWindow(String hours, String daysOff) {

        private static final String USUAL = "07:00-22:00";

        static ClassWindow orUsual(ClassWindow given, String daysOff) {
            return given == null
                    ? new ClassWindow(USUAL, daysOff)
                    : new ClassWindow(
                            Objects.requireNonNullElse(given.hours, USUAL),
                            Objects.requireNonNullElse(given.daysOff, daysOff));
        }

        /**
         * As a window.
         *
         * @param key where it is configured, for the message of a wrong one
         */
        public SendingWindow window(String key) {
            try {
                return SendingWindow.parse(hours, daysOff);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(key + ": " + wrong.getMessage(), wrong);
            }
        }
    }
}
