package vn.canhbao.report.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.report.SampleReport;
import vn.canhbao.report.SentPeriod;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class WarningsIT {

    private static final Instant SENT = Instant.parse("2026-11-10T01:00:00Z");
    private static final String TEXT = "Cảnh giác <đường dẫn> & mã OTP: \"không\" cung cấp cho ai.";

    private final TestDatabase.Opened database;
    private final SentPeriod period;
    private final Warnings warnings;
    private final NoticeDesk desk;
    private final CapAlert cap = new CapAlert(SampleReport.OFFICE);
    private final WarningFeed feed = new WarningFeed(SampleReport.OFFICE);

    WarningsIT(TestDatabase kind) {
        database = kind.open();
        period = new SentPeriod(database);
        Clock clock = Clock.fixed(SampleReport.NOW, ZoneOffset.UTC);
        warnings = new Warnings(database.jdbc(), code -> Optional.of("Giả danh công an"), clock);
        desk = new NoticeDesk(warnings, new AuditTrail(database.jdbc(), clock), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void alertUpdateAndCancelAreValidCapAndNameTheEarlierOne() throws Exception {
        long first = sent();
        long correction = sent();
        desk.describe(correction, "Đính chính", NoticeStatus.ACTUAL, NoticeType.UPDATE, first, "soanthao");
        long end = sent();
        desk.describe(end, null, NoticeStatus.EXERCISE, NoticeType.CANCEL, correction, "soanthao");

        Element alert = valid(cap.of(warnings.approved(first)));
        assertThat(texts(alert, "status", "msgType", "scope", "language", "category", "sent", "description"))
                .containsExactly("Actual", "Alert", "Public", "vi-VN", "Security", "2026-11-10T08:00:00+07:00", TEXT);
        assertThat(alert.getElementsByTagName("references").getLength()).isZero();

        Element update = valid(cap.of(warnings.approved(correction)));
        assertThat(texts(update, "msgType", "references", "event"))
                .containsExactly(
                        "Update",
                        "canhbao.example.gov.vn,canhbao-" + first + ",2026-11-10T08:00:00+07:00",
                        "Đính chính");

        Element cancel = valid(cap.of(warnings.approved(end)));
        assertThat(texts(cancel, "status", "msgType", "urgency", "responseType"))
                .containsExactly("Exercise", "Cancel", "Past", "AllClear");
    }

    @Test
    void schemaRefusesAnAlertWithZuluTime() {
        String alert = new String(cap.of(warnings.approved(sent())), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> valid(alert.replace("+07:00", "Z").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void feedShowsWhatIsPublishedAndNothingElse() throws Exception {
        long shown = sent();
        desk.publish(shown, "pheduyet");
        sent();
        long exercise = sent();
        desk.describe(exercise, null, NoticeStatus.EXERCISE, NoticeType.ALERT, null, "soanthao");
        assertThatThrownBy(() -> desk.publish(exercise, "pheduyet")).isInstanceOf(ConflictingState.class);
        long unsent = period.campaign(TEXT);
        assertThatThrownBy(() -> desk.publish(unsent, "pheduyet")).isInstanceOf(ConflictingState.class);

        assertThat(warnings.published()).extracting(Warning::id).containsExactly(shown);
        assertThatThrownBy(() -> warnings.published(exercise)).isInstanceOf(NotFound.class);
        Element root = xml(feed.of(warnings.published(), "http://127.0.0.1:8080"));
        validAtom(root);
        Element entry = child(root, "entry").getFirst();
        assertThat(child(entry, "content").getFirst().getTextContent()).startsWith(TEXT);
        assertThat(feed.updated(warnings.published())).isEqualTo(SampleReport.NOW);

        desk.withdraw(shown, "pheduyet");
        assertThat(warnings.published()).isEmpty();
        validAtom(xml(feed.of(List.of(), "http://127.0.0.1:8080")));
    }

    @Test
    void aWarningFromATemplateIsCalledByItsFormOfFraud() {
        long campaign = sent();
        database.jdbc()
                .sql(
                        "INSERT INTO template (code, name, message_class, topic, created_by, created_at) VALUES ('CB1', 'x', 'CANH_BAO', 'F07', 'a', CURRENT_TIMESTAMP)")
                .update();
        database.jdbc()
                .sql("UPDATE campaign SET template_id = (SELECT MAX(id) FROM template) WHERE id = ?")
                .param(campaign)
                .update();

        assertThat(warnings.approved(campaign).headline()).isEqualTo("Giả danh công an");

        desk.describe(campaign, "Chủ đề riêng", NoticeStatus.ACTUAL, NoticeType.ALERT, null, "soanthao");
        assertThat(warnings.approved(campaign).headline()).isEqualTo("Chủ đề riêng");
    }

    @Test
    void whatIsPublishedIsNotRewrittenAndUpdatesNeedAnApprovedCampaign() {
        long id = sent();
        assertThatThrownBy(() -> desk.describe(id, null, NoticeStatus.ACTUAL, NoticeType.UPDATE, id, "soanthao"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desk.describe(id, null, NoticeStatus.ACTUAL, NoticeType.CANCEL, 999_999L, "soanthao"))
                .isInstanceOf(InvalidInput.class);
        desk.publish(id, "pheduyet");
        assertThatThrownBy(() -> desk.describe(id, "khác", NoticeStatus.ACTUAL, NoticeType.ALERT, null, "soanthao"))
                .isInstanceOf(ConflictingState.class);
    }

    private long sent() {
        long campaign = period.campaign(TEXT);
        period.wave(campaign, SENT);
        return campaign;
    }

    /** Against the schema of OASIS. */
    private static Element valid(byte[] alert) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(WarningsIT.class.getResource("/oasis/CAP-v1.2.xsd"))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(alert)));
        return xml(alert);
    }

    /** The rules of RFC 4287 §4.1 that a feed of ours could break. */
    private static void validAtom(Element feed) {
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(child(feed, "author")).hasSize(1);
        assertThat(child(child(feed, "author").getFirst(), "name")).hasSize(1);
        List<Element> all = new ArrayList<>(child(feed, "entry"));
        all.add(feed);
        List<String> ids = new ArrayList<>();
        for (Element element : all) {
            for (String one : List.of("id", "title", "updated")) {
                assertThat(child(element, one)).as(one).hasSize(1);
                assertThat(child(element, one).getFirst().getTextContent()).isNotBlank();
            }
            ids.add(child(element, "id").getFirst().getTextContent());
            OffsetDateTime.parse(child(element, "updated").getFirst().getTextContent());
            assertThat(child(element, "link")).isNotEmpty().allSatisfy(link -> {
                assertThat(link.getAttribute("href")).startsWith("https://canhbao.example.gov.vn/public/");
                assertThat(link.getAttribute("type")).matches("[a-z]+/[a-z+]+");
            });
            // §4.1.1: one alternate of a type and language at most.
            assertThat(child(element, "link").stream()
                            .filter(link -> link.getAttribute("rel").equals("alternate")))
                    .hasSize(1);
        }
        assertThat(ids)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("tag:canhbao\\.example\\.gov\\.vn,2026:[a-z/0-9]+"));
        child(feed, "entry").forEach(entry -> {
            OffsetDateTime.parse(child(entry, "published").getFirst().getTextContent());
            assertThat(child(entry, "content")).hasSize(1);
            assertThat(child(entry, "content").getFirst().getAttribute("type")).isEqualTo("text");
        });
        assertThat(feed.getAttributeNS(XMLConstants.XML_NS_URI, "lang")).isEqualTo("vi-VN");
        for (Node node = feed.getFirstChild(); node != null; node = node.getNextSibling()) {
            assertThat(node.getLocalName()).isIn("id", "title", "updated", "link", "author", "entry");
        }
    }

    private static Element xml(byte[] document) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document parsed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
        return parsed.getDocumentElement();
    }

    private static List<Element> child(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (name.equals(node.getLocalName())) {
                found.add((Element) node);
            }
        }
        return found;
    }

    private static List<String> texts(Element alert, String... names) {
        return List.of(names).stream()
                .map(name -> alert.getElementsByTagName(name).item(0).getTextContent())
                .toList();
    }
}
