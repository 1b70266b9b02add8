package vn.canhbao.scheduler.imports;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.canhbao.core.recipient.ImportProgress;

/** {@code canhbao.import.rows} by result, and {@code canhbao.import}, the time that imports took. */
@Component
class ImportMeters {

    private final MeterRegistry registry;

    ImportMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(ImportProgress rows) {
        count("accepted", rows.accepted());
        count("duplicate", rows.duplicates());
        count("rejected", rows.rejected());
    }

    void took(Duration duration) {
        registry.timer("canhbao.import").record(duration);
    }

    private void count(String result, long rows) {
        registry.counter("canhbao.import.rows", "result", result).increment(rows);
    }
}
