package vn.canhbao.console.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.console.csv.RejectsFile;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.recipient.RecipientImport;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.scheduler.imports.ImportPreview;
import vn.canhbao.scheduler.imports.RecipientImporter;
import vn.canhbao.scheduler.imports.RecipientImporter.Reading;

/** Files of recipients: started at once or looked at first, read in the background, stopped and resumed. */
@RestController
class ImportApi {

    private final RecipientImporter importer;
    private final RecipientImports imports;
    private final RejectsFile rejects;
    private final JsonMapper json;
    private final Clock clock;

    ImportApi(RecipientImporter importer, RecipientImports imports, RejectsFile rejects, JsonMapper json, Clock clock) {
        this.importer = importer;
        this.imports = imports;
        this.rejects = rejects;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping(path = "/api/v1/recipient-lists/{id}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportView> start(
            @PathVariable long id,
            @RequestPart MultipartFile file,
            @RequestParam(required = false) String mapping,
            @RequestParam(required = false) String encoding,
            Principal actor)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return accepted(importer.start(
                    id, file.getOriginalFilename(), content, reading(mapping, encoding), actor.getName()));
        }
    }

    @PostMapping(path = "/api/v1/recipient-lists/{id}/imports/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<PreviewView> preview(
            @PathVariable long id,
            @RequestPart MultipartFile file,
            @RequestParam(required = false) String mapping,
            @RequestParam(required = false) String encoding,
            Principal actor)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            ImportPreview shown = importer.preview(
                    id, file.getOriginalFilename(), content, reading(mapping, encoding), actor.getName());
            return ResponseEntity.created(
                            URI.create("/api/v1/imports/" + shown.upload().id()))
                    .body(PreviewView.of(shown));
        }
    }

    @GetMapping("/api/v1/imports/{id}/preview")
    PreviewView previewAgain(
            @PathVariable long id,
            @RequestParam(required = false) String mapping,
            @RequestParam(required = false) String encoding) {
        return PreviewView.of(importer.preview(id, reading(mapping, encoding)));
    }

    @PostMapping("/api/v1/imports/{id}/start")
    ResponseEntity<ImportView> startShown(
            @PathVariable long id, @RequestBody(required = false) HowToRead how, Principal actor) {
        return accepted(importer.start(id, how == null ? Reading.AS_FOUND : how.reading(), actor.getName()));
    }

    @PostMapping("/api/v1/imports/{id}/cancel")
    ResponseEntity<ImportView> cancel(@PathVariable long id, Principal actor) {
        return accepted(importer.stop(id, actor.getName()));
    }

    @PostMapping("/api/v1/imports/{id}/resume")
    ResponseEntity<ImportView> resume(@PathVariable long id, Principal actor) {
        return accepted(importer.resume(id, actor.getName()));
    }

    @GetMapping("/api/v1/imports/{id}")
    ImportView one(@PathVariable long id) {
        return ImportView.of(imports.find(id), clock.instant());
    }

    @GetMapping("/api/v1/imports/{id}/rejects")
    ResponseEntity<StreamingResponseBody> rejects(@PathVariable long id) {
        return rejects.of(id);
    }

    /** {@code {"mapping":{"msisdn":"Số điện thoại"},"encoding":"UTF-8"}}, both optional. */
    record HowToRead(Map<String, String> mapping, String encoding) {

        Reading reading() {
            return new Reading(mapping == null ? Map.of() : mapping, encoding);
        }
    }

    private ResponseEntity<ImportView> accepted(RecipientImport one) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + one.id()))
                .body(ImportView.of(one, clock.instant()));
    }

    private Reading reading(String mapping, String encoding) {
        return new Reading(mapping(mapping), encoding);
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
