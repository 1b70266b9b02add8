package vn.canhbao.report.archive;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.ConflictingState;

/**
 * Mails archived reports, the archived bytes themselves, one mail an addressee. A mail that fails is tried again later. A
 * process killed between the server's yes and our note of it sends that mail twice, with the same Message-ID.
 */
@Component
public class ReportPost {

    private static final Logger LOG = LoggerFactory.getLogger(ReportPost.class);
    private static final int AT_ONCE = 50;

    private final ReportMails mails;
    private final ReportRuns runs;
    private final Optional<JavaMailSender> server;
    private final MailSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    public ReportPost(
            ReportMails mails,
            ReportRuns runs,
            Optional<JavaMailSender> server,
            MailSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.mails = mails;
        this.runs = runs;
        this.server = server;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether there is a mail server and a sender's address. */
    public boolean configured() {
        return server.isPresent() && !settings.from().isBlank();
    }

    /** Sends what is due. */
    @Scheduled(fixedDelayString = "${canhbao.mail.interval:30s}")
    public void deliver() {
        for (ReportMail mail : mails.due(clock.instant(), AT_ONCE)) {
            Instant next = clock.instant().plus(settings.delay(mail.attempts() + 1));
            if (mails.claim(mail, next)) {
                deliver(mail);
            }
        }
    }

    /** Tries a run's failed mails again, from the first attempt on. */
    public void again(long runId, String person) {
        ReportRun run = runs.get(runId);
        int queued = mails.again(run.id(), clock.instant());
        if (queued == 0) {
            throw new ConflictingState("Không có thư nào gửi lỗi để gửi lại (no mail has failed)");
        }
        audit.record(person, "REPORT_MAILED_AGAIN", "report run " + runId, queued + " mails");
    }

    private void deliver(ReportMail mail) {
        if (!configured()) {
            mails.failed(
                    mail,
                    "Chưa cấu hình máy chủ thư: đặt spring.mail.host và canhbao.mail.from rồi bấm Gửi lại"
                            + " (no mail server: set both, then send again)",
                    true);
            return;
        }
        try {
            server.get().send(message(runs.get(mail.runId()), mail.address()));
            mails.sent(mail, clock.instant());
        } catch (MailException | MessagingException refused) {
            boolean last = mail.attempts() + 1 >= settings.attempts();
            LOG.warn(
                    "Report run {} was not mailed (attempt {}{}): {}",
                    mail.runId(),
                    mail.attempts() + 1,
                    last ? ", the last" : "",
                    refused.getMessage());
            mails.failed(mail, reason(refused), last);
        }
    }

    private MimeMessage message(ReportRun run, String address) throws MessagingException {
        // JavaMail writes a Message-ID of its own on saving, unless it is told not to.
        MimeMessage message = new MimeMessage(server.get().createMimeMessage().getSession()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId(run, address));
            }
        };
        MimeMessageHelper mail = new MimeMessageHelper(message, true, "UTF-8");
        mail.setFrom(settings.from());
        mail.setTo(address);
        mail.setSubject("Báo cáo " + run.period().words() + ": " + run.subject());
        List<ArchivedFile> files = runs.files(run.id());
        mail.setText(MailText.of(run, files));
        for (ArchivedFile file : files) {
            mail.addAttachment(
                    file.name(),
                    new ByteArrayResource(file.content()),
                    file.format().mediaType());
        }
        return message;
    }

    private String messageId(ReportRun run, String address) {
        String domain = settings.from().substring(settings.from().indexOf('@') + 1);
        return "<bao-cao-" + run.id() + "."
                + Sha256.of(address.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .substring(0, 16) + "@" + domain + ">";
    }

    private static String reason(Exception refused) {
        Throwable cause = refused;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().strip();
    }
}
