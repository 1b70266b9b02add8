package vn.canhbao.scheduler.caps;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.SendingLimits;
import vn.canhbao.core.campaign.SendingLimits.Limit;

/** The caps as they stand: what an administrator set, else what is configured. */
@Component
@EnableConfigurationProperties(CapSettings.class)
public class Caps {

    private final CapSettings settings;
    private final SendingLimits limits;

    Caps(CapSettings settings, SendingLimits limits) {
        this.settings = settings;
        this.limits = limits;
    }

    /** Most messages of all classes within {@link #within}; 0: no limit. */
    public int most() {
        Limit limit = limits.of(SendingLimits.ALL);
        return limit.most() == null ? settings.most() : limit.most();
    }

    public Duration within() {
        Limit limit = limits.of(SendingLimits.ALL);
        return limit.withinHours() == null ? settings.within() : Duration.ofHours(limit.withinHours());
    }

    /** Most messages of the class in a calendar day in Viet Nam; 0: no limit. */
    public int aDay(MessageClass messageClass) {
        Limit limit = limits.of(messageClass.name());
        return limit.most() == null ? settings.aDay(messageClass) : limit.most();
    }
}
