package vn.canhbao.gateway;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.canhbao.core.message.ReceiptMatcher;
import vn.canhbao.core.receipt.RecentCount;
import vn.canhbao.gateway.ledger.LinkLedger;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.receipt.ReceiptCounts;

/** How each link's receipts do: for its state and as meters {@code canhbao.receipts.*}. */
@Component
class ReceiptHealthReport {

    private final ReceiptCounts counts;
    private final ReceiptMatcher matcher;
    private final MeterRegistry meters;
    private final Clock clock;

    ReceiptHealthReport(ReceiptCounts counts, ReceiptMatcher matcher, MeterRegistry meters, Clock clock) {
        this.counts = counts;
        this.matcher = matcher;
        this.meters = meters;
        this.clock = clock;
    }

    void publish(String link, LinkLedger ledger) {
        ReceiptCounts.OfLink of = counts.of(link);
        counter("canhbao.receipts.expected", link, of.expected());
        counter("canhbao.receipts.late", link, matcher.late(link));
        counter("canhbao.receipts.orphaned", link, of.orphaned());
        counter("canhbao.receipts.given.up", link, of.givenUp());
        Gauge.builder("canhbao.receipts.waiting", ledger, LinkLedger::orphaned)
                .tag("link", link)
                .register(meters);
    }

    private void counter(String name, String link, RecentCount count) {
        FunctionCounter.builder(name, count, RecentCount::sinceStart)
                .tag("link", link)
                .register(meters);
    }

    LinkState.ReceiptHealth of(String link, LinkLedger ledger) {
        ReceiptCounts.OfLink of = counts.of(link);
        RecentCount late = matcher.late(link);
        Instant now = clock.instant();
        return new LinkState.ReceiptHealth(
                of.expected().sinceStart(),
                of.received().sinceStart(),
                late.sinceStart(),
                ledger.orphaned(),
                of.unrecognised().sinceStart(),
                of.givenUp().sinceStart(),
                new LinkState.LastHour(
                        of.expected().lastHour(now),
                        of.received().lastHour(now),
                        late.lastHour(now),
                        of.orphaned().lastHour(now),
                        of.unrecognised().lastHour(now),
                        of.givenUp().lastHour(now)));
    }
}
