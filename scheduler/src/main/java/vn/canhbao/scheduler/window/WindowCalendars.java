package vn.canhbao.scheduler.window;

import java.util.Map;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.canhbao.core.calendar.Holidays;
import vn.canhbao.core.calendar.HolidaysChanged;
import vn.canhbao.core.calendar.SendingCalendar;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.SendingHours;

/** The Quartz calendars that recurring waves' triggers go by. */
@Component
public class WindowCalendars {

    private static final Logger log = LoggerFactory.getLogger(WindowCalendars.class);
    private static final String PREFIX = "window-";

    private final Scheduler quartz;
    private final SendingHours hours;
    private final Holidays holidays;

    WindowCalendars(Scheduler quartz, SendingHours hours, Holidays holidays) {
        this.quartz = quartz;
        this.hours = hours;
        this.holidays = holidays;
    }

    /** The calendar of a campaign, or {@code null}: its approver set the window aside. */
    public String nameFor(Campaign campaign) throws SchedulerException {
        if (hours.of(campaign) == SendingCalendar.ALWAYS) {
            return null;
        }
        store(campaign.messageClass());
        return PREFIX + campaign.messageClass();
    }

    /** The configuration may have changed. */
    @EventListener(ApplicationReadyEvent.class)
    void atTheStart() throws SchedulerException {
        log.info(
                hours.enforced()
                        ? "Khung giờ gửi được áp dụng (sending windows are enforced)"
                        : "Khung giờ gửi không áp dụng: không kênh nào ra ngoài máy này, hoặc canhbao.windows.enforced=false"
                                + " (sending windows are not enforced: no link leads off this machine, or so configured)");
        renew();
    }

    @TransactionalEventListener
    void on(HolidaysChanged changed) throws SchedulerException {
        renew();
    }

    // The triggers find their next firing anew.
    private void renew() throws SchedulerException {
        for (MessageClass messageClass : MessageClass.values()) {
            if (quartz.getCalendarNames().contains(PREFIX + messageClass)) {
                store(messageClass);
            }
        }
    }

    private void store(MessageClass messageClass) throws SchedulerException {
        SendingCalendar calendar = hours.of(messageClass);
        boolean bound = calendar != SendingCalendar.ALWAYS;
        quartz.addCalendar(
                PREFIX + messageClass,
                new WindowCalendar(calendar.window(), bound ? holidays.kinds() : Map.of()),
                true,
                true);
    }
}
