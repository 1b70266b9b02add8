package vn.canhbao.console.security;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a person still owes between the password and the console; until then they have no role. */
public enum LoginStep {
    SECOND_FACTOR("/login/code"),
    NEW_PASSWORD("/login/new-password"),
    ENROLMENT("/login/second-factor");

    private final String page;

    LoginStep(String page) {
        this.page = page;
    }

    /** Where it is done. */
    public String page() {
        return page;
    }

    GrantedAuthority authority() {
        return new SimpleGrantedAuthority("STEP_" + name());
    }

    /** What this person owes. */
    static Optional<LoginStep> of(Authentication person) {
        return java.util.Arrays.stream(values())
                .filter(step -> person != null && person.getAuthorities().contains(step.authority()))
                .findFirst();
    }
}
