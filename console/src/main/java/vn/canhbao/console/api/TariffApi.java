package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.operator.Tariff;
import vn.canhbao.core.operator.Tariffs;

/** What the operators bill for a segment. */
@RestController
@RequestMapping("/api/v1/tariffs")
class TariffApi {

    private final Tariffs tariffs;

    TariffApi(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    /** By operator, the newest first; short: a few of each. */
    @GetMapping
    List<View> all() {
        return tariffs.all().stream().map(View::of).toList();
    }

    @PostMapping
    ResponseEntity<Input> enter(@RequestBody Input input, Principal admin) {
        tariffs.enter(input.operator(), input.validFrom(), input.vndPerSegment(), admin.getName());
        return ResponseEntity.created(URI.create("/api/v1/tariffs")).body(input);
    }

    /** A tariff from a day in Viet Nam on; one of the same operator and day is corrected. */
    record Input(String operator, LocalDate validFrom, Integer vndPerSegment) {}

    /** As stored. */
    record View(String operator, LocalDate validFrom, int vndPerSegment, String changedBy, OffsetDateTime changedAt) {

        static View of(Tariff tariff) {
            return new View(
                    tariff.operator(),
                    tariff.validFrom(),
                    tariff.vndPerSegment(),
                    tariff.changedBy(),
                    LocalTimes.of(tariff.changedAt()));
        }
    }
}
