package vn.canhbao.console.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.console.estimate.EstimateReader;
import vn.canhbao.console.estimate.EstimateView;

/** What a campaign would send, cost and take. 202: it is still being counted, ask again. */
@RestController
class EstimateApi {

    private final EstimateReader estimates;

    EstimateApi(EstimateReader estimates) {
        this.estimates = estimates;
    }

    @GetMapping("/api/v1/campaigns/{id}/estimate")
    ResponseEntity<EstimateView> one(@PathVariable long id) {
        return answer(estimates.of(id));
    }

    /** Counts again. */
    @PostMapping("/api/v1/campaigns/{id}/estimate")
    ResponseEntity<EstimateView> again(@PathVariable long id) {
        return answer(estimates.again(id));
    }

    private static ResponseEntity<EstimateView> answer(EstimateView estimate) {
        return ResponseEntity.status(
                        switch (estimate.status()) {
                            case READY -> HttpStatus.OK;
                            case COUNTING -> HttpStatus.ACCEPTED;
                            case FAILED -> HttpStatus.INTERNAL_SERVER_ERROR;
                        })
                .body(estimate);
    }
}
