package vn.canhbao.report.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.canhbao.core.audit.AuditSearch;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.report.ReportDesk;
import vn.canhbao.report.ReportDraft;
import vn.canhbao.report.ReportDrafts;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.SampleReport;
import vn.canhbao.report.StoredStatistics;
import vn.canhbao.report.document.ReportDocuments;
import vn.canhbao.report.schedule.ReportScheduleDesk;
import vn.canhbao.report.schedule.ReportSchedules;
import vn.canhbao.report.schedule.ScheduledReports;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReportArchiveIT {

    private static final MailSettings SETTINGS =
            new MailSettings("canhbao@tinh.example.gov.vn", 3, Duration.ofMinutes(5));

    private final TestDatabase.Opened database;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-12-05T00:30:00Z"));
    private final AuditTrail audit;
    private final ReportDrafts drafts;
    private final ReportDesk desk;
    private final ReportRuns runs;
    private final ReportMails mails;
    private final ReportArchive archive;
    private final ReportSchedules schedules;
    private final ReportScheduleDesk settings;
    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    ReportArchiveIT(TestDatabase kind) {
        database = kind.open();
        audit = new AuditTrail(database.jdbc(), clock);
        drafts = new ReportDrafts(database.jdbc(), clock);
        desk = new ReportDesk(drafts, SampleReport.OFFICE, audit);
        runs = new ReportRuns(database.jdbc());
        mails = new ReportMails(database.jdbc());
        var transactions = new DataSourceTransactionManager(database.source());
        archive = new ReportArchive(
                new StoredStatistics(database).reports(),
                new ReportDocuments(SampleReport.OFFICE),
                runs,
                mails,
                audit,
                clock,
                transactions);
        schedules = new ReportSchedules(database.jdbc(), clock);
        settings = new ReportScheduleDesk(schedules, audit, event -> {});
    }

    @AfterEach
    void close() {
        smtp.stop();
        database.close();
    }

    @Test
    void filesAreKeptAsTheyWereMadeAndAChangedByteIsFound() throws Exception {
        ReportRun run = archive.keep(draft("2026-11"), List.of(), "giamsat");
        assertThat(runs.page(null, 10)).containsExactly(run);
        assertThat(runs.files(run.id()))
                .extracting(ArchivedFile::format)
                .containsExactlyInAnyOrder(ReportFormat.values());
        assertThat(new String(runs.file(run.id(), ReportFormat.PDF).content(), 0, 5))
                .isEqualTo("%PDF-");
        byte[] docx = runs.file(run.id(), ReportFormat.DOCX).content();
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getParagraphs()).anyMatch(line -> line.getText().contains("tháng 11 năm 2026"));
        }
        assertThat(archive.verify(run.id(), "giamsat")).allMatch(ArchivedFile.Verdict::intact);

        docx[docx.length / 2] ^= 1;
        database.jdbc()
                .sql("UPDATE report_file SET content = ? WHERE run_id = ? AND format = 'DOCX'")
                .params(docx, run.id())
                .update();

        assertThat(archive.verify(run.id(), "giamsat"))
                .filteredOn(verdict -> !verdict.intact())
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.format()).isEqualTo(ReportFormat.DOCX);
                    assertThat(verdict.sha256Now()).isNotEqualTo(verdict.sha256());
                });
        assertThat(audit.search(new AuditSearch(null, "REPORT_VERIFIED", null, null, null), null, 5))
                .extracting("detail")
                .containsExactly("CHANGED bao-cao-2026-11.docx", "intact");
    }

    @Test
    void scheduleMakesAPeriodsReportOnceOfTheWordsThatPeopleWrote() {
        ReportDraft edited = draft("2026-11");
        settings.set(ReportPeriod.Kind.MONTH, new ReportScheduleDesk.Input(true, 5, "07:30", List.of()), "quantri");
        ScheduledReports scheduled = scheduled(Optional.empty());

        assertThat(scheduled.makeDue(ReportPeriod.Kind.MONTH))
                .hasValueSatisfying(run -> assertThat(run.draftId()).isEqualTo(edited.id()));
        assertThat(scheduled.makeDue(ReportPeriod.Kind.MONTH)).isEmpty();
        assertThat(archive.keepScheduled(edited, List.of(), "again")).isEmpty();
        assertThat(scheduled.makeDue(ReportPeriod.Kind.QUARTER)).as("off").isEmpty();
        assertThat(runs.page(null, 10)).hasSize(1);

        clock.set(Instant.parse("2027-01-05T00:30:00Z"));
        assertThat(scheduled.makeDue(ReportPeriod.Kind.MONTH))
                .hasValueSatisfying(run -> assertThat(run.period().text()).isEqualTo("2026-12"));
    }

    @Test
    void everyAddresseeGetsTheArchivedFiles() throws Exception {
        smtp.start();
        settings.set(
                ReportPeriod.Kind.MONTH,
                new ReportScheduleDesk.Input(
                        true, 5, "07:30", List.of("ubnd@tinh.example.gov.vn, congan@tinh.example.gov.vn")),
                "quantri");
        ReportRun run = scheduled(Optional.of(server(smtp.getSmtp().getPort())))
                .makeDue(ReportPeriod.Kind.MONTH)
                .orElseThrow();

        assertThat(mails.ofRun(run.id())).extracting(ReportMail::status).containsOnly(MailStatus.SENT);
        MimeMessage[] received = smtp.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getSubject()).startsWith("Báo cáo tháng 11 năm 2026");
        assertThat(received[0].getMessageID())
                .endsWith("@tinh.example.gov.vn>")
                .isNotEqualTo(received[1].getMessageID());
        Multipart parts = (Multipart) received[0].getContent();
        assertThat(parts.getCount()).isEqualTo(4);
        for (int i = 1; i < parts.getCount(); i++) {
            byte[] attached = parts.getBodyPart(i).getInputStream().readAllBytes();
            String name = parts.getBodyPart(i).getFileName();
            assertThat(runs.files(run.id()))
                    .anyMatch(file -> file.name().equals(name) && file.sha256().equals(Sha256.of(attached)));
        }
    }

    @Test
    void mailIsTriedAgainThenGivenUpAndSentWhenAPersonAsks() {
        // A port on which nobody listens any more.
        smtp.start();
        int port = smtp.getSmtp().getPort();
        smtp.stop();
        ReportRun run = archive.keep(draft("2026-11"), List.of("ubnd@tinh.example.gov.vn"), "giamsat");
        ReportPost post = post(Optional.of(server(port)));

        post.deliver();
        assertThat(mails.ofRun(run.id()).getFirst()).satisfies(mail -> {
            assertThat(mail.status()).isEqualTo(MailStatus.WAITING);
            assertThat(mail.attempts()).isEqualTo(1);
            assertThat(mail.detail()).isNotBlank();
            assertThat(mail.nextAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        });
        post.deliver();
        assertThat(mails.ofRun(run.id()).getFirst().attempts())
                .as("not before its time")
                .isEqualTo(1);
        clock.advance(Duration.ofMinutes(5));
        post.deliver();
        clock.advance(Duration.ofMinutes(10));
        post.deliver();
        assertThat(mails.ofRun(run.id()).getFirst().status()).isEqualTo(MailStatus.FAILED);

        smtp.start();
        ReportPost mended = post(Optional.of(server(smtp.getSmtp().getPort())));
        mended.again(run.id(), "quantri");
        mended.deliver();
        assertThat(mails.ofRun(run.id()).getFirst().status()).isEqualTo(MailStatus.SENT);
        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    @Test
    void withoutAMailServerTheReportIsArchivedAndTheMailSaysWhatToSet() {
        ReportRun run = archive.keep(draft("2026-11"), List.of("ubnd@tinh.example.gov.vn"), "giamsat");
        post(Optional.empty()).deliver();
        assertThat(mails.ofRun(run.id()).getFirst()).satisfies(mail -> {
            assertThat(mail.status()).isEqualTo(MailStatus.FAILED);
            assertThat(mail.detail()).contains("spring.mail.host");
        });
        assertThat(runs.files(run.id())).hasSize(3);
        assertThat(schedules.get(ReportPeriod.Kind.YEAR).time()).isEqualTo(LocalTime.of(7, 30));
    }

    private ReportDraft draft(String period) {
        return desk.begin(ReportPeriod.parse(period), "giamsat");
    }

    private ReportPost post(Optional<JavaMailSender> server) {
        return new ReportPost(mails, runs, server, SETTINGS, audit, clock);
    }

    private ScheduledReports scheduled(Optional<JavaMailSender> server) {
        return new ScheduledReports(schedules, drafts, desk, archive, post(server), clock);
    }

    private static JavaMailSender server(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        return server;
    }
}
