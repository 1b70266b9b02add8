package vn.canhbao.console.web;

import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.canhbao.console.csv.PersonFiles;
import vn.canhbao.core.protection.DataRequestDesk;

/** The page's download of a person's data. */
@Controller
class DataRequestFiles {

    private final DataRequestDesk desk;
    private final PersonFiles files;

    DataRequestFiles(DataRequestDesk desk, PersonFiles files) {
        this.desk = desk;
        this.files = files;
    }

    @GetMapping("/data-requests/{id}/export")
    ResponseEntity<byte[]> export(@PathVariable long id, Principal admin) {
        return files.answer(id, desk.export(id, admin.getName()));
    }
}
