package vn.canhbao.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.operator.Tariff;
import vn.canhbao.core.operator.Tariffs;

/** What a segment costs: the operator's tariff of the day; where none was entered, the configuration's price. */
@Component
class SegmentPrices {

    private final Tariffs tariffs;
    private final OfficeSettings office;

    SegmentPrices(Tariffs tariffs, OfficeSettings office) {
        this.tariffs = tariffs;
        this.office = office;
    }

    Known read() {
        return new Known(tariffs.all(), office);
    }

    /** All tariffs, read once. */
    static final class Known {

        private final List<Tariff> newestFirst;
        private final OfficeSettings office;

        private Known(List<Tariff> newestFirst, OfficeSettings office) {
            this.newestFirst = newestFirst;
            this.office = office;
        }

        /** Đồng a segment. */
        BigDecimal at(Instant sent, String operator) {
            LocalDate day = LocalDate.ofInstant(sent, ClockConfiguration.LOCAL);
            return newestFirst.stream()
                    .filter(tariff -> tariff.operator().equals(operator)
                            && !tariff.validFrom().isAfter(day))
                    .findFirst()
                    .map(tariff -> BigDecimal.valueOf(tariff.vndPerSegment()))
                    .orElseGet(() -> office.segmentPrice().getOrDefault(operator, BigDecimal.ZERO));
        }

        /** The period cut where a price changes. */
        List<Span> spans(ReportPeriod period) {
            TreeSet<LocalDate> changes = new TreeSet<>();
            changes.add(period.from());
            newestFirst.stream()
                    .map(Tariff::validFrom)
                    .filter(day -> day.isAfter(period.from()) && !day.isAfter(period.to()))
                    .forEach(changes::add);
            List<Span> spans = new ArrayList<>();
            for (LocalDate from : changes) {
                LocalDate next = changes.higher(from);
                spans.add(new Span(
                        from.atStartOfDay(ClockConfiguration.LOCAL).toInstant(),
                        next == null
                                ? period.end()
                                : next.atStartOfDay(ClockConfiguration.LOCAL).toInstant()));
            }
            return spans;
        }
    }

    /** From an instant to before another. */
    record Span(Instant start, Instant end) {}
}
