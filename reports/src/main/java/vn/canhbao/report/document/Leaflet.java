package vn.canhbao.report.document;

import static vn.canhbao.report.document.PdfPages.escaped;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.report.OfficeSettings;

/** A warning on one page of A5 for a notice board: the text as sent, as large as it fits. */
@Component
public class Leaflet {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** In points, the largest first: a notice board is read from a metre away. */
    private static final int[] SIZES = {30, 26, 23, 20, 18, 16, 14, 13, 12, 11, 10, 9, 8, 7};

    private final OfficeSettings office;

    public Leaflet(OfficeSettings office) {
        this.office = office;
    }

    /** @param day when it was sent or approved */
    public void write(String headline, String text, String source, String senderId, Instant day, OutputStream out)
            throws IOException {
        String body = """
                <div class='office'>%s</div><div class='office bold'>%s</div>
                <div class='warning'>CẢNH BÁO</div><div class='headline'>%s</div>
                <div class='text'>%s</div>
                <div class='ask'>Cần hỏi hoặc trình báo: <b>%s</b>.</div>
                <div class='source'>Tin nhắn từ tên người gửi <b>%s</b>, ngày %s. Nguồn: %s.%s</div>
                """.formatted(
                        escaped(office.superior()),
                        escaped(office.name()),
                        escaped(headline),
                        escaped(text).replace("\n", "<br/>"),
                        escaped(office.contact()),
                        escaped(senderId),
                        DAY.format(day.atZone(ClockConfiguration.LOCAL)),
                        escaped(source),
                        office.publicAddress().isEmpty()
                                ? ""
                                : " Kiểm tra tin thật: " + escaped(office.publicAddress() + "/public/warnings"));
        byte[] pdf = {};
        for (int size : SIZES) {
            pdf = PdfPages.pages("CẢNH BÁO: " + headline, style(size), body);
            if (PdfPages.count(pdf) == 1) {
                break;
            }
        }
        out.write(pdf);
    }

    private static String style(int size) {
        return """
                @page { size: A5 portrait; margin: 12mm }
                .office { text-align: center; font-size: 11pt } .bold { font-weight: bold }
                .warning { text-align: center; font-weight: bold; font-size: 38pt; color: #A32222; border-top: 2pt solid #A32222; border-bottom: 2pt solid #A32222;
                    margin-top: 5mm; padding: 1mm 0 2mm 0 }
                .headline { text-align: center; font-weight: bold; font-size: 15pt; margin-top: 4mm }
                .text { font-size: %dpt; line-height: 1.3; margin-top: 5mm }
                .ask { font-size: 13pt; margin-top: 6mm; padding: 3mm; border: 1.5pt solid #000 }
                .source { font-size: 9pt; margin-top: 4mm }
                """.formatted(size);
    }
}
