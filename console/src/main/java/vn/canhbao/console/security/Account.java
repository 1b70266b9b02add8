package vn.canhbao.console.security;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A person's account, without what is secret.
 *
 * @param unitId of a unit's head, else {@code null}
 * @param mustChangePassword the password was given by an administrator
 * @param secondFactor enrolled
 */
public record Account(
        String username,
        String displayName,
        Set<Role> roles,
        Long unitId,
        boolean enabled,
        boolean mustChangePassword,
        boolean secondFactor,
        Instant createdAt) {

    /**
     * What is owed before the roles count.
     *
     * @param codeSeen whether this session has seen a code already
     * @param byPassword whether the person came in by password
     */
    Optional<LoginStep> owes(SecuritySettings.SecondFactor setting, boolean codeSeen, boolean byPassword) {
        if (secondFactor && setting != SecuritySettings.SecondFactor.OFF && !codeSeen) {
            return Optional.of(LoginStep.SECOND_FACTOR);
        }
        if (mustChangePassword && byPassword) {
            return Optional.of(LoginStep.NEW_PASSWORD);
        }
        return setting.demands(roles) && !secondFactor ? Optional.of(LoginStep.ENROLMENT) : Optional.empty();
    }

    /** The roles as Spring Security knows them, or the step that is owed. */
    Collection<GrantedAuthority> authorities(Optional<LoginStep> owed) {
        return owed.<Collection<GrantedAuthority>>map(step -> List.of(step.authority()))
                .orElseGet(() -> roles.stream()
                        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
    }
}
