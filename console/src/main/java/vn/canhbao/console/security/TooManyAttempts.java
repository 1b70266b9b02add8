package vn.canhbao.console.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many failures of this account or address: nothing is checked until the wait is over. */
class TooManyAttempts extends AuthenticationException {

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("too many failed logins");
        this.wait = wait;
    }

    /** At least a second. */
    long seconds() {
        return Math.max(1, wait.toSeconds() + (wait.toNanosPart() > 0 ? 1 : 0));
    }
}
