package vn.canhbao.report.warning;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.canhbao.report.OfficeSettings;

/** The Atom feed (RFC 4287) of published warnings, the newest first, each with its text as sent. */
@Component
public class WarningFeed {

    static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final OfficeSettings office;

    public WarningFeed(OfficeSettings office) {
        this.office = office;
    }

    /** @param address where the reader found us, without a slash at its end; the configured one wins */
    public byte[] of(List<Warning> warnings, String address) {
        String home = office.publicAddress().isEmpty() ? address : office.publicAddress();
        WarningXml xml = new WarningXml("feed", NAMESPACE);
        xml.attribute("xml:lang", "vi-VN")
                .element("id", id("warnings"))
                .element("title", "Cảnh báo đã gửi qua tin nhắn")
                .element("updated", WarningXml.time(updated(warnings)));
        link(xml, "self", "application/atom+xml", home + "/public/warnings.atom");
        link(xml, "alternate", "text/html", home + "/public/warnings");
        xml.begin("author")
                .element("name", office.name() + ", " + office.superior())
                .end();
        warnings.forEach(warning -> entry(xml, warning, home));
        return xml.end().finish();
    }

    /** When anything that it shows last changed: the epoch while it is empty. */
    public Instant updated(List<Warning> warnings) {
        return warnings.stream().map(Warning::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private void entry(WarningXml xml, Warning warning, String home) {
        String page = home + "/public/warnings/" + warning.id();
        xml.begin("entry")
                .element("id", id("warning/" + warning.id()))
                .element("title", warning.headline())
                .element("published", WarningXml.time(warning.sent()))
                .element("updated", WarningXml.time(warning.updated()));
        link(xml, "alternate", "text/html", page);
        link(xml, "related", "application/cap+xml", page + "/cap.xml");
        xml.begin("content")
                .attribute("type", "text")
                .content(warning.text() + "\n\nNgười gửi: " + warning.senderId() + ". Nguồn: " + warning.source())
                .end()
                .end();
    }

    private static void link(WarningXml xml, String relation, String type, String address) {
        xml.begin("link")
                .attribute("rel", relation)
                .attribute("type", type)
                .attribute("href", address)
                .end();
    }

    // Ids never change, whatever the address becomes: RFC 4151, the year is the scheme's, not the entry's.
    private String id(String what) {
        String authority = office.capSender();
        return "tag:" + authority.substring(authority.indexOf('@') + 1) + ",2026:" + what;
    }
}
