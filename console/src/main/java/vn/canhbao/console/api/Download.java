package vn.canhbao.console.api;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The kinds of file that people take away. */
public enum Download {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("application/pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String type;

    Download(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    /** The header that gives it its name; {@code bao-cao-2026-11.docx}. */
    public String disposition(String name) {
        return ContentDisposition.attachment()
                .filename(name + "." + name().toLowerCase(java.util.Locale.ROOT), StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    ResponseEntity<byte[]> answer(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
                .body(content);
    }
}
