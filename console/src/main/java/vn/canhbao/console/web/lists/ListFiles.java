package vn.canhbao.console.web.lists;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.canhbao.console.api.Download;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.text.Unaccented;
import vn.canhbao.report.table.CsvFile;
import vn.canhbao.report.table.RowsFile;
import vn.canhbao.report.table.XlsxFile;

/** Sends a list while it is read, as the kind of file that the address ends with; every one lands in the audit trail. */
@Component
class ListFiles {

    private final AuditTrail audit;

    ListFiles(AuditTrail audit) {
        this.audit = audit;
    }

    void send(ListFile list, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Download kind = request.getServletPath().endsWith(".csv") ? Download.CSV : Download.XLSX;
        list.table().write(() -> {
            audit.record(
                    request.getUserPrincipal().getName(),
                    "LIST_EXPORTED",
                    "list " + list.code(),
                    kind.name() + list.filter());
            response.setContentType(kind.type());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    kind.disposition(fileName(list.table().name())));
            return file(kind, response);
        });
    }

    private static RowsFile file(Download kind, HttpServletResponse response) throws IOException {
        return kind == Download.CSV
                ? new CsvFile(response.getOutputStream(), false)
                : new XlsxFile(response.getOutputStream());
    }

    /** {@code nguoi-nhan} for “Người nhận”. */
    private static String fileName(String name) {
        return Unaccented.of(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
