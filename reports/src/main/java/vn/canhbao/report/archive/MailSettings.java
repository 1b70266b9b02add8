package vn.canhbao.report.archive;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code canhbao.mail.*}: how reports are mailed. The server itself is {@code spring.mail.*}; without {@code
 * spring.mail.host} nothing is mailed.
 *
 * @param from the sender's address
 * @param attempts how often a mail is tried before it is given up
 * @param retryAfter until the second attempt; each further one waits twice as long
 */
@ConfigurationProperties("canhbao.mail")
public record MailSettings(
        @DefaultValue("") String from,
        @DefaultValue("6") int attempts,
        @DefaultValue("5m") Duration retryAfter) {

    /** After so many attempts. */
    Duration delay(int made) {
        return retryAfter.multipliedBy(1L << Math.min(made - 1, 10));
    }
}
