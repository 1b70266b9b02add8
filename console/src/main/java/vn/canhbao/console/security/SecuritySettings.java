package vn.canhbao.console.security;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.canhbao.console.security.attempts.LockOutSettings;

/**
 * How people come in.
 *
 * @param secondFactor whether a code of the phone's app is asked for
 * @param passwordMinLength characters
 * @param loginsPerMinute most logins a minute from one address, right or wrong
 * @param sessionLifetime after so long a person signs in again, whatever they do
 * @param recover an account that is given back at the start, or nothing
 */
@ConfigurationProperties("canhbao.security")
public record SecuritySettings(
        @DefaultValue("OPTIONAL") SecondFactor secondFactor,
        @DefaultValue("10") int passwordMinLength,
        @DefaultValue("60") int loginsPerMinute,
        @DefaultValue("12h") Duration sessionLifetime,
        @DefaultValue("") String recover,
        @DefaultValue LockOutSettings lockOut,
        @DefaultValue Oidc oidc) {

    /** Who is asked for a second factor. */
    public enum SecondFactor {
        /** Nobody, even where one is enrolled. */
        OFF,
        /** Who has enrolled one. */
        OPTIONAL,
        /** Approvers and administrators must enrol one before they do anything else; others may. */
        REQUIRED_FOR_APPROVERS_AND_ADMINS;

        boolean demands(Set<Role> roles) {
            return this == REQUIRED_FOR_APPROVERS_AND_ADMINS
                    && (roles.contains(Role.APPROVER) || roles.contains(Role.ADMIN));
        }
    }

    /** @param claim whose value is the name of an account here */
    public record Oidc(@DefaultValue("preferred_username") String claim) {}
}
