package vn.canhbao.console.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.recipient.RecipientImport;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.scheduler.imports.RecipientImporter;

/** Files of recipients: started here, read in the background. */
@RestController
class ImportApi {

    private final RecipientImporter importer;
    private final RecipientImports imports;
    private final JsonMapper json;

    ImportApi(RecipientImporter importer, RecipientImports imports, JsonMapper json) {
        this.importer = importer;
        this.imports = imports;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/recipient-lists/{id}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportView> start(
            @PathVariable long id,
            @RequestPart MultipartFile file,
            @RequestParam(required = false) String mapping,
            Principal actor)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            RecipientImport started =
                    importer.start(id, file.getOriginalFilename(), content, mapping(mapping), actor.getName());
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/imports/" + started.id()))
                    .body(ImportView.of(started));
        }
    }

    @GetMapping("/api/v1/imports/{id}")
    ImportView one(@PathVariable long id) {
        return ImportView.of(imports.find(id));
    }

    @GetMapping("/api/v1/imports/{id}/rejects")
    ResponseEntity<byte[]> rejects(@PathVariable long id) {
        imports.find(id);
        return ResponseEntity.ok()
                .contentType(RejectsCsv.TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("import-" + id + "-rejects.csv")
                                .build()
                                .toString())
                .body(RejectsCsv.of(imports.rejects(id)));
    }

    private Map<String, String> mapping(String given) {
        if (given == null || given.isBlank()) {
            return Map.of();
        }
        try {
            return json.readValue(given, new TypeReference<>() {});
        } catch (JacksonException malformed) {
            throw InvalidInput.of(
                    "mapping",
                    "phải là JSON như {\"msisdn\":\"Số điện thoại\"} (must be JSON: our column to the file's)");
        }
    }
}
