package vn.canhbao.report.archive;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import vn.canhbao.core.ClockConfiguration;

/** The few lines of the mail that carries a report, with the hashes by which its files can be checked. */
final class MailText {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private MailText() {}

    static String of(ReportRun run, List<ArchivedFile> files) {
        return """
                Kính gửi quý cơ quan,

                Gửi kèm báo cáo %s, số liệu tính đến %s.
                %s

                Số, ngày ký và chữ ký do văn thư ban hành; bản lưu mang số lưu trữ %d.
                Mã kiểm tra SHA-256 của tệp gửi kèm:
                %s

                Thư này được gửi tự động.
                """.formatted(
                run.period().words(),
                MINUTE.format(run.madeAt().atZone(ClockConfiguration.LOCAL)),
                run.subject(),
                run.id(),
                files.stream().map(file -> file.sha256() + "  " + file.name()).collect(Collectors.joining("\n")));
    }
}
