package vn.canhbao.console.security.attempts;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When failed logins must wait. Each count begins anew after a day without a failure.
 *
 * @param failures wrong passwords or codes of one account from one address, until it must wait
 * @param failuresPerAccount of one account from all addresses
 * @param failuresPerAddress from one address for all accounts
 * @param firstWait doubled with every further failure
 * @param longestWait no wait is longer: nobody is kept out for ever
 */
public record LockOutSettings(
        @DefaultValue("5") int failures,
        @DefaultValue("20") int failuresPerAccount,
        @DefaultValue("50") int failuresPerAddress,
        @DefaultValue("1m") Duration firstWait,
        @DefaultValue("1h") Duration longestWait) {

    /** How long the next attempt must wait after so many failures where {@code most} are free; zero: not at all. */
    Duration waitAfter(int count, int most) {
        if (count < most) {
            return Duration.ZERO;
        }
        int doublings = Math.min(count - most, 20);
        Duration wait = firstWait.multipliedBy(1L << doublings);
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }
}
