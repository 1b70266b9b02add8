package vn.canhbao.console.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.history.MessageFilter;
import vn.canhbao.report.table.CsvFile;
import vn.canhbao.report.table.MessageExport;
import vn.canhbao.report.table.RowsFile;
import vn.canhbao.report.table.XlsxFile;

/** Sends a campaign's messages as a file while they are read, for REST and the page: numbers as its reader may see them, audited all the same. */
@Component
public class MessageFiles {

    private final Campaigns campaigns;
    private final MessageExport export;
    private final AuditTrail audit;

    MessageFiles(Campaigns campaigns, MessageExport export, AuditTrail audit) {
        this.campaigns = campaigns;
        this.export = export;
        this.audit = audit;
    }

    public void xlsx(long campaign, MessageFilter filter, Authentication person, HttpServletResponse response)
            throws IOException {
        begin(campaign, filter, Download.XLSX, person, response);
        try (RowsFile file = new XlsxFile(response.getOutputStream())) {
            export.write(campaign, filter, number(person), file);
        }
    }

    public void csv(long campaign, MessageFilter filter, Authentication person, HttpServletResponse response)
            throws IOException {
        begin(campaign, filter, Download.CSV, person, response);
        try (RowsFile file = new CsvFile(response.getOutputStream(), false)) {
            export.write(campaign, filter, number(person), file);
        }
    }

    private static UnaryOperator<String> number(Authentication person) {
        return MaskedMsisdn.forRoles(Role.of(person))::show;
    }

    private void begin(
            long campaign, MessageFilter filter, Download kind, Authentication person, HttpServletResponse response) {
        campaigns.get(campaign);
        audit.record(
                person.getName(),
                "MESSAGES_EXPORTED",
                "campaign " + campaign,
                kind.name() + (filter.isEmpty() ? "" : " " + filter));
        response.setContentType(kind.type());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, kind.disposition("tin-nhan-" + campaign));
    }
}
