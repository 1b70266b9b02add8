package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import java.util.Set;
import vn.canhbao.console.security.Account;
import vn.canhbao.console.security.Role;

/** An account as REST shows it; never what is secret. */
record AccountView(
        String username,
        String displayName,
        Set<Role> roles,
        Long unitId,
        boolean enabled,
        boolean mustChangePassword,
        boolean secondFactor,
        OffsetDateTime createdAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.username(),
                account.displayName(),
                account.roles(),
                account.unitId(),
                account.enabled(),
                account.mustChangePassword(),
                account.secondFactor(),
                LocalTimes.of(account.createdAt()));
    }
}
