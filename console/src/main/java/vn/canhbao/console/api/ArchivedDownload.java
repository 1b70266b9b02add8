package vn.canhbao.console.api;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.canhbao.report.archive.ArchivedFile;

/** An archived file as an answer: its bytes as they were kept. */
public final class ArchivedDownload {

    private ArchivedDownload() {}

    public static ResponseEntity<byte[]> of(ArchivedFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.format().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }
}
