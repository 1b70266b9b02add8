package vn.canhbao.console.api;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.SendingHours;
import vn.canhbao.core.campaign.SendingLimits;
import vn.canhbao.scheduler.caps.Caps;

/** Windows and caps by message class, and over all ({@code ALL}). */
@RestController
@RequestMapping("/api/v1/limits")
class LimitApi {

    private final SendingLimits limits;
    private final SendingHours hours;
    private final Caps caps;

    LimitApi(SendingLimits limits, SendingHours hours, Caps caps) {
        this.limits = limits;
        this.hours = hours;
        this.caps = caps;
    }

    /** As it stands; {@code most} 0: no limit; {@code withinHours} of a class is a day. */
    record View(String code, String hours, String daysOff, int most, long withinHours) {}

    @GetMapping
    List<View> all() {
        return java.util.stream.Stream.concat(
                        Arrays.stream(MessageClass.values()).map(Enum::name),
                        java.util.stream.Stream.of(SendingLimits.ALL))
                .map(this::view)
                .toList();
    }

    /** What is {@code null} is as configured. */
    @PutMapping("/{code}")
    View set(@PathVariable String code, @RequestBody SendingLimits.Limit limit, Principal admin) {
        limits.set(code, limit, admin.getName());
        return view(code);
    }

    private View view(String code) {
        if (code.equals(SendingLimits.ALL)) {
            return new View(code, null, null, caps.most(), caps.within().toHours());
        }
        MessageClass messageClass = MessageClass.valueOf(code);
        var window = hours.window(messageClass);
        return new View(code, window.hours(), window.hoursOnDaysOff(), caps.aDay(messageClass), 24);
    }
}
