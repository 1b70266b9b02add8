package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.canhbao.console.security.Account;
import vn.canhbao.console.security.AccountDesk;
import vn.canhbao.console.security.Accounts;
import vn.canhbao.console.security.Role;

/** Everybody's accounts, for administrators. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountApi {

    private final AccountDesk desk;
    private final Accounts accounts;

    AccountApi(AccountDesk desk, Accounts accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    /** In the order of their names. */
    @GetMapping
    Page<AccountView> list(
            @RequestParam(required = false) String after, @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        return Page.of(
                accounts.page(after, limit + 1),
                limit,
                AccountView::of,
                last -> UriComponentsBuilder.fromPath("/api/v1/accounts")
                        .queryParam("after", last.username())
                        .queryParam("limit", limit)
                        .build()
                        .encode()
                        .toUriString());
    }

    @GetMapping("/{username}")
    AccountView one(@PathVariable String username) {
        return AccountView.of(desk.get(username));
    }

    /** Answers with a password that the person must change at the first login. */
    @PostMapping
    ResponseEntity<OneTimePassword> create(@RequestBody NewAccount input, Principal admin) {
        String password =
                desk.create(input.username(), input.displayName(), input.roles(), input.unitId(), admin.getName());
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + input.username()))
                .body(new OneTimePassword(password));
    }

    /** Fields that are left out stay; {@code roles} and {@code unitId} go together. */
    @PatchMapping("/{username}")
    @Transactional
    AccountView change(@PathVariable String username, @RequestBody Change input, Principal admin) {
        Account now = desk.get(username);
        if (input.displayName() != null || input.roles() != null) {
            desk.change(
                    username,
                    input.displayName() == null ? now.displayName() : input.displayName(),
                    input.roles() == null ? now.roles() : input.roles(),
                    input.roles() == null ? now.unitId() : input.unitId(),
                    admin.getName());
        }
        if (input.enabled() != null && input.enabled() != now.enabled()) {
            if (input.enabled()) {
                desk.enable(username, admin.getName());
            } else {
                desk.disable(username, admin.getName());
            }
        }
        return AccountView.of(desk.get(username));
    }

    @PostMapping("/{username}/reset-password")
    OneTimePassword resetPassword(@PathVariable String username, Principal admin) {
        return new OneTimePassword(desk.resetPassword(username, admin.getName()));
    }

    @PostMapping("/{username}/unlock")
    AccountView unlock(@PathVariable String username, Principal admin) {
        desk.unlock(username, admin.getName());
        return AccountView.of(desk.get(username));
    }

    @PostMapping("/{username}/remove-second-factor")
    AccountView removeSecondFactor(@PathVariable String username, Principal admin) {
        desk.removeSecondFactor(username, admin.getName());
        return AccountView.of(desk.get(username));
    }

    @PostMapping("/{username}/end-sessions")
    AccountView endSessions(@PathVariable String username, Principal admin) {
        desk.endSessions(username, null, admin.getName());
        return AccountView.of(desk.get(username));
    }

    /** @param unitId of a UNIT_HEAD, else left out */
    record NewAccount(String username, String displayName, Set<Role> roles, Long unitId) {}

    /** What is to be changed. */
    record Change(String displayName, Set<Role> roles, Long unitId, Boolean enabled) {}

    /** Shown this once. */
    record OneTimePassword(String oneTimePassword) {}
}
