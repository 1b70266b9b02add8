package vn.canhbao.scheduler.caps;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.canhbao.core.campaign.MessageClass;

/**
 * {@code canhbao.caps.*}: most messages of a recipient over all campaigns; 0: no limit.
 *
 * @param enforced {@code null}: as soon as a link leads off this machine
 * @param most of all classes together within {@code within} (Decree 91/2020/NĐ-CP, Art. 13, kept as policy)
 * @param canhBaoADay of this class in a calendar day in Viet Nam; so are the two below
 */
@ConfigurationProperties("canhbao.caps")
record CapSettings(
        Boolean enforced,
        @DefaultValue("3") int most,
        @DefaultValue("24h") Duration within,
        @DefaultValue("0") int canhBaoADay,
        @DefaultValue("1") int tuyenTruyenADay,
        @DefaultValue("0") int dieuHanhADay) {

    int aDay(MessageClass messageClass) {
        return switch (messageClass) {
            case CANH_BAO -> canhBaoADay;
            case TUYEN_TRUYEN -> tuyenTruyenADay;
            case DIEU_HANH -> dieuHanhADay;
        };
    }
}
