package vn.canhbao.console.web.lists;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.audit.AuditSearch;

/** What is looked for in the audit trail, as an address says it; days are Viet Nam's, both of them whole. */
public record AuditQuery(
        String actor,
        String action,
        String subject,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {

    public AuditSearch search() {
        return new AuditSearch(actor, action, subject, midnight(from), midnight(to == null ? null : to.plusDays(1)));
    }

    private static Instant midnight(LocalDate day) {
        return day == null ? null : day.atStartOfDay(ClockConfiguration.LOCAL).toInstant();
    }
}
