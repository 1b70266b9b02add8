package vn.canhbao.report.warning;

import org.springframework.stereotype.Component;
import vn.canhbao.report.OfficeSettings;

/**
 * A warning in the Common Alerting Protocol 1.2 (OASIS, ITU-T X.1303). Texts are {@code vi-VN}, times carry
 * {@code +07:00}; cyber-crime is {@code Security}, with the same urgency, severity and certainty each time: the office
 * doesn't grade its warnings.
 */
@Component
public class CapAlert {

    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
    private static final int HEADLINE = 160;

    private final OfficeSettings office;

    public CapAlert(OfficeSettings office) {
        this.office = office;
    }

    /** Of an approved warning. */
    public byte[] of(Warning warning) {
        Notice notice = warning.notice();
        boolean cancelled = notice.type() == NoticeType.CANCEL;
        WarningXml xml = new WarningXml("alert", NAMESPACE);
        xml.element("identifier", identifier(warning.id()))
                .element("sender", office.capSender())
                .element("sent", WarningXml.time(warning.said()))
                .element("status", notice.status().cap())
                .element("msgType", notice.type().cap())
                .element("source", warning.source())
                .element("scope", "Public")
                // Required in a test and an exercise: what it is.
                .element(
                        "note",
                        notice.status() == NoticeStatus.ACTUAL
                                ? null
                                : "Diễn tập, thử nghiệm: không phải cảnh báo thật")
                .element("references", references(warning));
        xml.begin("info")
                .element("language", "vi-VN")
                .element("category", "Security")
                .element("event", warning.headline())
                .element("responseType", cancelled ? "AllClear" : "Avoid")
                .element("urgency", cancelled ? "Past" : "Expected")
                .element("severity", cancelled ? "Minor" : "Moderate")
                .element("certainty", "Observed")
                .element("effective", WarningXml.time(warning.said()));
        if (warning.expires() != null) {
            xml.element("expires", WarningXml.time(warning.expires()));
        }
        xml.element("senderName", office.name() + ", " + office.superior())
                .element("headline", shortened(warning.headline()))
                .element("description", warning.text())
                .element("instruction", "Cần hỏi hoặc trình báo: " + office.contact() + ".")
                .element("web", web(warning))
                .element("contact", office.contact())
                .begin("area")
                .element("areaDesc", office.area());
        if (!office.areaCode().isEmpty()) {
            xml.begin("geocode")
                    .element("valueName", "VN-GSO")
                    .element("value", office.areaCode())
                    .end();
        }
        return xml.end().end().end().finish();
    }

    // CAP 1.2 §3.2.1: sender,identifier,sent of the earlier alert.
    private String references(Warning warning) {
        return warning.referred() == null
                ? null
                : office.capSender() + "," + identifier(warning.referred().id()) + ","
                        + WarningXml.time(warning.referred().sent());
    }

    private String web(Warning warning) {
        return office.publicAddress().isEmpty() || warning.notice().publishedAt() == null
                ? null
                : office.publicAddress() + "/public/warnings/" + warning.id();
    }

    /** The same for ever, unique with the sender. */
    private static String identifier(long campaign) {
        return "canhbao-" + campaign;
    }

    private static String shortened(String headline) {
        return headline.length() <= HEADLINE ? headline : headline.substring(0, HEADLINE - 1) + "…";
    }
}
