package vn.canhbao.gateway.receipt;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.receipt.RawReceipt;
import vn.canhbao.core.receipt.ReceiptState;
import vn.canhbao.gateway.inbound.InboundIntake;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.smpp.DeliverSm;

/** What happens to a deliver_sm: parsed leniently, journalled raw beside what was understood, counted. */
@Component
public class Reception {

    private final LinkPlan plan;
    private final ReceiptIntake intake;
    private final InboundIntake inbound;
    private final MeterRegistry meters;
    private final Map<String, Counts> counts = new ConcurrentHashMap<>();

    /** Since the start. */
    public record Counts(LongAdder received, LongAdder unrecognised) {

        Counts() {
            this(new LongAdder(), new LongAdder());
        }
    }

    public Reception(LinkPlan plan, ReceiptIntake intake, InboundIntake inbound, MeterRegistry meters) {
        this.plan = plan;
        this.intake = intake;
        this.inbound = inbound;
        this.meters = meters;
    }

    /** Returns when it is durable and may be answered. */
    public void accept(DeliverSm deliverSm) throws ReceiptNotStored, InterruptedException {
        var format = plan.links().get(deliverSm.link()).receiptIdFormat();
        ParsedReceipt parsed = ReceiptParser.parse(
                deliverSm.esmClass(),
                deliverSm.dataCoding(),
                deliverSm.shortMessage(),
                deliverSm.tlvs(),
                format,
                ClockConfiguration.LOCAL);
        if (!parsed.isReceipt()) {
            inbound.accept(deliverSm);
        }
        ReceiptState state = parsed.isReceipt() ? parsed.state() : null;
        intake.accept(new RawReceipt(
                deliverSm.link(),
                deliverSm.receivedAt(),
                deliverSm.sourceAddr(),
                deliverSm.destAddr(),
                deliverSm.esmClass(),
                deliverSm.dataCoding(),
                deliverSm.shortMessage(),
                deliverSm.tlvs(),
                parsed.smscMessageId(),
                parsed.idKey(),
                state,
                parsed.error(),
                parsed.doneAt()));
        count(deliverSm.link(), state);
    }

    public Counts counts(String link) {
        return counts.computeIfAbsent(link, name -> new Counts());
    }

    private void count(String link, ReceiptState state) {
        counts(link).received().increment();
        if (state == ReceiptState.UNRECOGNISED) {
            counts(link).unrecognised().increment();
        }
        meters.counter("canhbao.receipts", "link", link, "state", state == null ? "MO" : state.name())
                .increment();
    }
}
