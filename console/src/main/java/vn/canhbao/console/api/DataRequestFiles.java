package vn.canhbao.console.api;

import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.protection.DataRequestDesk;

/** The page's download of a person's data. */
@RestController
class DataRequestFiles {

    private final DataRequestDesk desk;
    private final PersonFiles files;

    DataRequestFiles(DataRequestDesk desk, PersonFiles files) {
        this.desk = desk;
        this.files = files;
    }

    @GetMapping("/data-requests/{id}/export")
    ResponseEntity<byte[]> export(@PathVariable long id, Principal admin) {
        return DataRequestApi.zip(id, desk.export(id, admin.getName()), files);
    }
}
