package vn.canhbao.console.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.canhbao.report.document.Leaflet;
import vn.canhbao.report.warning.CapAlert;
import vn.canhbao.report.warning.Warning;

/** A warning as files: CAP 1.2 for machines, a leaflet for notice boards. */
@Component
public class WarningFiles {

    private static final MediaType CAP = new MediaType("application", "cap+xml", StandardCharsets.UTF_8);

    private final CapAlert cap;
    private final Leaflet leaflet;

    WarningFiles(CapAlert cap, Leaflet leaflet) {
        this.cap = cap;
        this.leaflet = leaflet;
    }

    public ResponseEntity<byte[]> cap(Warning warning) {
        return ResponseEntity.ok().contentType(CAP).body(cap.of(warning));
    }

    public ResponseEntity<byte[]> leaflet(Warning warning) throws IOException {
        var out = new ByteArrayOutputStream();
        leaflet.write(warning.headline(), warning.text(), warning.source(), warning.senderId(), warning.said(), out);
        return Download.PDF.answer("canh-bao-" + warning.id(), out.toByteArray());
    }
}
