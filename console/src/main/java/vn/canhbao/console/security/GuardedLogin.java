package vn.canhbao.console.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import vn.canhbao.console.security.attempts.LoginAttempts;
import vn.canhbao.core.audit.AuditTrail;

/**
 * Checks passwords, of the form and of HTTP Basic, behind the lock-out. Whether a name is unknown, the account disabled or
 * the password wrong, the answer and its time are the same.
 */
@Component
class GuardedLogin implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final LoginAttempts attempts;
    private final AuditTrail audit;

    GuardedLogin(Accounts accounts, PasswordEncoder encoder, LoginAttempts attempts, AuditTrail audit) {
        this.passwords = new DaoAuthenticationProvider(accounts);
        passwords.setPasswordEncoder(encoder);
        passwords.setUserDetailsPasswordService(accounts);
        // Only whoever knows the password may find out by the answer's time that the account is disabled.
        passwords.setPreAuthenticationChecks(account -> {});
        passwords.setPostAuthenticationChecks(GuardedLogin::refuseDisabled);
        this.attempts = attempts;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
        requireNoWait(attempt.getName(), address);
        Authentication person;
        try {
            person = passwords.authenticate(attempt);
        } catch (AuthenticationException refused) {
            failed(attempt.getName(), address);
            throw new BadCredentialsException("wrong name or password");
        }
        // With a code still to come the password alone forgives nothing, or codes could be guessed for ever.
        if (LoginStep.of(person).filter(LoginStep.SECOND_FACTOR::equals).isEmpty()) {
            attempts.succeeded(person.getName(), address);
        }
        return person;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Refuses without looking while the account must wait at this address. */
    void requireNoWait(String username, String address) {
        var wait = attempts.waitFor(username, address);
        if (wait.isPositive()) {
            throw new TooManyAttempts(wait);
        }
    }

    /** Counts a wrong password or code. */
    void failed(String username, String address) {
        if (attempts.failed(username, address)) {
            String name = username.length() > 64 ? username.substring(0, 64) : username;
            audit.record("canhbao", "LOGIN_BLOCKED", "account " + name, address);
        }
    }

    private static void refuseDisabled(UserDetails account) {
        if (!account.isEnabled()) {
            throw new BadCredentialsException("disabled");
        }
    }
}
