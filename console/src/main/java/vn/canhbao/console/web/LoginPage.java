package vn.canhbao.console.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in: by password, or by a provider that is configured. */
@Controller
class LoginPage {

    private final Map<String, String> providers = new LinkedHashMap<>();

    LoginPage(ObjectProvider<InMemoryClientRegistrationRepository> registrations) {
        registrations.ifAvailable(all -> {
            for (ClientRegistration one : all) {
                providers.put(one.getRegistrationId(), one.getClientName());
            }
        });
    }

    /** @param wait minutes until a password is looked at again, or {@code null} */
    @GetMapping("/login")
    String login(@RequestParam(required = false) Integer wait, Model model) {
        model.addAttribute("providers", providers);
        model.addAttribute("wait", wait);
        return "login";
    }
}
