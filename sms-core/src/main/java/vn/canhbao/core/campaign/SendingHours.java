package vn.canhbao.core.campaign;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.canhbao.core.calendar.Holidays;
import vn.canhbao.core.calendar.PhoneReach;
import vn.canhbao.core.calendar.SendingCalendar;
import vn.canhbao.core.calendar.SendingWindow;
import vn.canhbao.core.calendar.WindowSettings;

/** The sending calendar of a message class or a campaign, with the holiday table as it stands now. */
@Component
@EnableConfigurationProperties(WindowSettings.class)
public class SendingHours {

    private final Map<MessageClass, SendingWindow> windows = new EnumMap<>(MessageClass.class);
    private final boolean enforced;
    private final Holidays holidays;
    private final LimitOverrides overrides;
    private final SendingLimits limits;
    private final Clock clock;

    public SendingHours(
            WindowSettings settings,
            PhoneReach reach,
            Holidays holidays,
            LimitOverrides overrides,
            SendingLimits limits,
            Clock clock) {
        windows.put(MessageClass.CANH_BAO, settings.canhBao().window("canhbao.windows.canh-bao"));
        windows.put(MessageClass.TUYEN_TRUYEN, settings.tuyenTruyen().window("canhbao.windows.tuyen-truyen"));
        windows.put(MessageClass.DIEU_HANH, settings.dieuHanh().window("canhbao.windows.dieu-hanh"));
        enforced = reach.bindsUnless(settings.enforced());
        this.holidays = holidays;
        this.overrides = overrides;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether a campaign's messages may be sent now. */
    public boolean isOpen(Campaign campaign) {
        return of(campaign).isOpen(clock.instant());
    }

    /** Whether windows bind at all. */
    public boolean enforced() {
        return enforced;
    }

    /** As an administrator set it, else as configured. */
    public SendingWindow window(MessageClass messageClass) {
        return limits.window(messageClass, windows.get(messageClass));
    }

    public SendingCalendar of(MessageClass messageClass) {
        return enforced ? new SendingCalendar(window(messageClass), holidays.kinds()) : SendingCalendar.ALWAYS;
    }

    /**
     * Without a window: a campaign whose approver set it aside, a test send, and our automatic replies to who has just
     * written.
     */
    public SendingCalendar of(Campaign campaign) {
        return !enforced || campaign.automatic() || overrides.windowsOpen(campaign.id())
                ? SendingCalendar.ALWAYS
                : of(campaign.messageClass());
    }
}
