package vn.canhbao.console.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reports: figures, never a phone number. */
@RestController
class ReportApi {

    private final CampaignReports reports;

    ReportApi(CampaignReports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/v1/reports/campaigns/{id}")
    CampaignReport campaign(@PathVariable long id) {
        return reports.of(id);
    }
}
