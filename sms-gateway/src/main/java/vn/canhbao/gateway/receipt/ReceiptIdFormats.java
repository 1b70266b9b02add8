package vn.canhbao.gateway.receipt;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.core.receipt.LinkReceiptFormat;
import vn.canhbao.core.receipt.LinkReceiptFormats;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.LinkState.ReceiptIds;
import vn.canhbao.gateway.link.ReceiptIdFormat;

/**
 * In which format each link's receipts write ids: as configured, until an administrator accepts another, which every node
 * follows within a second.
 */
@Component
public class ReceiptIdFormats {

    private static final long REFRESH_MILLIS = 1_000;

    private final LinkPlan plan;
    private final LinkReceiptFormats table;
    private final AuditTrail audit;
    private final Clock clock;
    private final AtomicLong nextRefresh = new AtomicLong();
    private volatile Map<String, LinkReceiptFormat> known = Map.of();

    public ReceiptIdFormats(LinkPlan plan, LinkReceiptFormats table, AuditTrail audit, Clock clock) {
        this.plan = plan;
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /** The format in force. */
    public ReceiptIdFormat of(String link) {
        LinkReceiptFormat own = known.get(link);
        return own == null || own.accepted() == null ? configured(link) : ReceiptIdFormat.valueOf(own.accepted());
    }

    /** The format in force, who accepted it, and what is proposed. */
    public ReceiptIds state(String link) {
        LinkReceiptFormat own = known.get(link);
        return own == null
                ? new ReceiptIds(configured(link), configured(link), null, null, null)
                : new ReceiptIds(
                        of(link),
                        configured(link),
                        own.accepted() == null ? null : own.acceptedBy(),
                        own.accepted() == null ? null : own.acceptedAt(),
                        proposal(own));
    }

    private LinkState.Proposal proposal(LinkReceiptFormat own) {
        return own.proposed() == null || own.proposed().equals(of(own.link()).name())
                ? null
                : new LinkState.Proposal(
                        "receipt-id-format",
                        ReceiptIdFormat.valueOf(own.proposed()),
                        own.matched() + " of " + own.told() + " receipts");
    }

    /** Reads what other nodes know, once a second at most. */
    public void refreshWhenDue() {
        long due = nextRefresh.get();
        long now = clock.millis();
        if (now >= due && nextRefresh.compareAndSet(due, now + REFRESH_MILLIS)) {
            refresh();
        }
    }

    private void refresh() {
        known = table.all().stream().collect(Collectors.toUnmodifiableMap(LinkReceiptFormat::link, own -> own));
    }

    /** Keeps what a link's receipts showed, for an administrator to accept. */
    public void propose(String link, IdFormatProposal proposal) {
        table.propose(link, proposal.format().name(), proposal.matched(), proposal.told(), clock.instant());
        nextRefresh.set(0);
    }

    /**
     * From now on receipts are read in this format, those that wait as well; it wins over the configuration. What is
     * configured lifts an earlier acceptance.
     */
    @Transactional
    public void accept(String link, ReceiptIdFormat format, String actor) {
        if (!plan.links().containsKey(link)) {
            throw new NotFound("Không có kết nối " + link + " (no link " + link + ")");
        }
        table.accept(link, format == configured(link) ? null : format.name(), actor, clock.instant());
        audit.record(actor, "LINK_RECEIPT_ID_FORMAT", "link " + link, format.name());
        refresh();
    }

    private ReceiptIdFormat configured(String link) {
        return plan.links().get(link).receiptIdFormat();
    }
}
