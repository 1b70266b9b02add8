package vn.canhbao.report.broadcast;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.report.document.Letter;
import vn.canhbao.report.document.LetterDocuments;
import vn.canhbao.report.table.ReportTable;

/** The official letter that asks an operator for a broadcast; there is none before it is approved. */
@Component
public class RequestLetter {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");
    /** A cell to be written in by hand; a quite empty one would have no height in PDF. */
    private static final Object ROOM = "\u00A0";

    private final LetterDocuments documents;

    public RequestLetter(LetterDocuments documents) {
        this.documents = documents;
    }

    public void docx(Broadcast broadcast, OutputStream out) throws IOException {
        documents.docx(letter(broadcast), out);
    }

    public void pdf(Broadcast broadcast, OutputStream out) throws IOException {
        documents.pdf(letter(broadcast), out);
    }

    private Letter letter(Broadcast broadcast) {
        if (!broadcast.status().approved()) {
            throw new ConflictingState("Công văn chỉ có sau khi duyệt (there is no letter before it is approved)");
        }
        BroadcastRequest request = broadcast.request();
        return new Letter(
                "phối hợp gửi tin nhắn cảnh báo tội phạm trên không gian mạng",
                List.of(broadcast.operatorName()),
                List.of(
                        "Căn cứ " + request.source() + ", đề nghị " + broadcast.operatorName()
                                + " phối hợp gửi tin nhắn cảnh báo tới thuê bao của quý đơn vị, cụ thể như sau:",
                        "1. Chủ đề: " + request.topic() + ".",
                        "2. Nội dung tin nhắn (gửi nguyên văn): “" + request.text() + "”",
                        "3. Khu vực, đối tượng nhận tin: " + request.area().replaceAll("\\.$", "") + ".",
                        "4. Thời gian gửi: từ " + minute(request.startsAt()) + " đến " + minute(request.endsAt()) + ".",
                        "Sau khi gửi, đề nghị quý đơn vị cung cấp số liệu theo mẫu dưới đây để tổng hợp, báo cáo cấp trên."),
                new ReportTable(
                        "Mẫu số liệu",
                        "Mẫu số liệu nhà mạng cung cấp",
                        List.of(
                                new ReportTable.Column("Khu vực", 28),
                                new ReportTable.Column("Số thuê bao", 14),
                                new ReportTable.Column("Đã gửi", 14),
                                new ReportTable.Column("Thành công", 14),
                                new ReportTable.Column("Không thành công", 14)),
                        List.of(Collections.nCopies(5, ROOM), Collections.nCopies(5, ROOM)),
                        List.of("Tổng cộng", "", "", "", "")),
                "Trân trọng cảm ơn sự phối hợp của quý đơn vị./.");
    }

    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(ClockConfiguration.LOCAL));
    }
}
