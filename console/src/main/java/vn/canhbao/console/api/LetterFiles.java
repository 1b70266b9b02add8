package vn.canhbao.console.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.report.broadcast.Broadcast;
import vn.canhbao.report.broadcast.Broadcasts;
import vn.canhbao.report.broadcast.RequestLetter;

/** Makes the request letter of a broadcast, for REST and the page. */
@Component
public class LetterFiles {

    private final Broadcasts broadcasts;
    private final RequestLetter letters;
    private final AuditTrail audit;

    LetterFiles(Broadcasts broadcasts, RequestLetter letters, AuditTrail audit) {
        this.broadcasts = broadcasts;
        this.letters = letters;
        this.audit = audit;
    }

    public ResponseEntity<byte[]> docx(long id, String person) throws IOException {
        var out = new ByteArrayOutputStream();
        Broadcast broadcast = broadcasts.get(id);
        letters.docx(broadcast, out);
        return answer(Download.DOCX, broadcast, out, person);
    }

    public ResponseEntity<byte[]> pdf(long id, String person) throws IOException {
        var out = new ByteArrayOutputStream();
        Broadcast broadcast = broadcasts.get(id);
        letters.pdf(broadcast, out);
        return answer(Download.PDF, broadcast, out, person);
    }

    private ResponseEntity<byte[]> answer(
            Download kind, Broadcast broadcast, ByteArrayOutputStream out, String person) {
        audit.record(person, "BROADCAST_LETTER", "broadcast " + broadcast.id(), kind.name());
        return kind.answer("cong-van-" + broadcast.id(), out.toByteArray());
    }
}
