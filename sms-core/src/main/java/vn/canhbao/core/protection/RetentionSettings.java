package vn.canhbao.core.protection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code canhbao.retention.*}: how many days each class of data is kept; 0: for ever.
 *
 * @param receiptsDays raw receipts
 * @param messagesDays numbers and texts of messages, from their wave's end
 * @param inboundDays numbers and texts of replies
 * @param importsDays refused rows and former states
 * @param recipientsDays people in no list
 * @param auditDays the audit trail
 * @param cron when it runs, in Viet Nam's time
 * @param batch rows of one transaction: short ones never keep a link waiting
 * @param pause between two of them
 * @param longest after which a run leaves the rest to the next one
 */
@ConfigurationProperties("canhbao.retention")
public record RetentionSettings(
        @DefaultValue("90") int receiptsDays,
        @DefaultValue("730") int messagesDays,
        @DefaultValue("730") int inboundDays,
        @DefaultValue("90") int importsDays,
        @DefaultValue("0") int recipientsDays,
        @DefaultValue("3650") int auditDays,
        @DefaultValue("0 30 1 * * ?") String cron,
        @DefaultValue("500") int batch,
        @DefaultValue("50ms") Duration pause,
        @DefaultValue("2h") Duration longest) {

    public int days(DataClass dataClass) {
        return switch (dataClass) {
            case RECEIPTS -> receiptsDays;
            case MESSAGES -> messagesDays;
            case INBOUND -> inboundDays;
            case IMPORTS -> importsDays;
            case RECIPIENTS -> recipientsDays;
            case AUDIT -> auditDays;
        };
    }
}
