package vn.canhbao.core.protection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code canhbao.protection.*}: the clocks of Law 91/2025/QH15 and Decree 356/2025/NĐ-CP, in working days from the day after
 * the request came.
 *
 * @param answerDays to answer a person
 * @param accessDays to show the data or give a copy
 * @param correctDays to correct them
 * @param eraseDays to erase them
 */
@ConfigurationProperties("canhbao.protection")
public record ProtectionSettings(
        @DefaultValue("2") int answerDays,
        @DefaultValue("10") int accessDays,
        @DefaultValue("10") int correctDays,
        @DefaultValue("15") int eraseDays) {

    int days(RequestKind kind) {
        return switch (kind) {
            case ACCESS -> accessDays;
            case CORRECT -> correctDays;
            case ERASE -> eraseDays;
        };
    }
}
