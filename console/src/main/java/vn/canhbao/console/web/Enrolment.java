package vn.canhbao.console.web;

import org.springframework.ui.Model;
import vn.canhbao.console.security.totp.QrPicture;
import vn.canhbao.console.security.totp.Totp;

/** What the page shows from which a phone's app learns the secret. */
final class Enrolment {

    private Enrolment() {}

    static void show(Totp secret, String username, String action, Model model) {
        model.addAttribute("qr", QrPicture.of(secret.uri("canhbao", username)));
        // In groups of four, for whoever types it.
        model.addAttribute("secret", secret.secret().replaceAll("(.{4})(?=.)", "$1 "));
        model.addAttribute("action", action);
    }
}
