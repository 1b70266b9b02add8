package vn.canhbao.core.calendar;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether real phones may be reached: a configured link leads off this machine. Then windows and caps bind, unless the
 * configuration says otherwise; with the built-in SMSC or another one on this machine nobody's night is disturbed.
 */
@Component
public class PhoneReach {

    private final boolean phones;

    public PhoneReach(Environment environment) {
        phones = Binder.get(environment)
                .bind("canhbao.links", Bindable.mapOf(String.class, Link.class))
                .orElse(Map.of())
                .values()
                .stream()
                .anyMatch(link -> link.host() != null && !isThisMachine(link.host()));
    }

    /** The one setting of a link that is asked for here. */
    record Link(String host) {}

    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("::1") || host.matches("127(\\.\\d+){3}");
    }

    /** What a setting says, or, where it says nothing, whether phones may be reached. */
    public boolean bindsUnless(Boolean setting) {
        return setting == null ? phones : setting;
    }
}
