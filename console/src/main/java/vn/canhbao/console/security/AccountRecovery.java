package vn.canhbao.console.security;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives an account back at the start, for whoever has the server but can't sign in any more:
 * {@code canhbao.security.recover=quantri}. It becomes usable again, with a one-time password and without second factor;
 * its roles stay.
 */
@Component
@Order(2)
class AccountRecovery implements ApplicationRunner {

    private final SecuritySettings settings;
    private final AccountDesk desk;

    AccountRecovery(SecuritySettings settings, AccountDesk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String username = settings.recover();
        if (username.isBlank()) {
            return;
        }
        desk.get(username);
        desk.enable(username, "canhbao");
        desk.removeSecondFactor(username, "canhbao");
        String password = desk.resetPassword(username, "canhbao");
        System.out.println("Đã khôi phục tài khoản " + username + ". Mật khẩu một lần: " + password
                + ". Khởi động lại không kèm canhbao.security.recover"
                + " (account recovered, one-time password; restart without canhbao.security.recover)");
    }
}
