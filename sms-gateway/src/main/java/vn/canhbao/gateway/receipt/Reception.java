package vn.canhbao.gateway.receipt;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import vn.canhbao.core.receipt.RawReceipt;
import vn.canhbao.core.receipt.ReceiptState;
import vn.canhbao.gateway.inbound.InboundIntake;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.smpp.DeliverSm;

/** What happens to a deliver_sm: parsed leniently, journalled raw beside what was understood, counted. */
@Component
public class Reception {

    private static final int LONGEST_ADDRESS = 255;

    private final LinkPlan plan;
    private final ReceiptIntake intake;
    private final InboundIntake inbound;
    private final MeterRegistry meters;
    private final ReceiptIdFormats formats;
    private final ReceiptCounts counts;

    public Reception(
            LinkPlan plan,
            ReceiptIntake intake,
            InboundIntake inbound,
            MeterRegistry meters,
            ReceiptIdFormats formats,
            ReceiptCounts counts) {
        this.plan = plan;
        this.intake = intake;
        this.inbound = inbound;
        this.meters = meters;
        this.formats = formats;
        this.counts = counts;
    }

    /** Returns when it is durable and may be answered. */
    public void accept(DeliverSm deliverSm) throws ReceiptNotStored, InterruptedException {
        LinkSettings settings = plan.links().get(deliverSm.link());
        ParsedReceipt parsed = ReceiptParser.parse(
                deliverSm.esmClass(),
                deliverSm.dataCoding(),
                deliverSm.shortMessage(),
                deliverSm.tlvs(),
                ReceiptDialect.of(settings, formats.of(deliverSm.link())));
        if (!parsed.isReceipt()) {
            inbound.accept(deliverSm);
        }
        ReceiptState state = parsed.isReceipt() ? parsed.state() : null;
        intake.accept(new RawReceipt(
                deliverSm.link(),
                deliverSm.receivedAt(),
                cut(deliverSm.sourceAddr()),
                cut(deliverSm.destAddr()),
                deliverSm.esmClass(),
                deliverSm.dataCoding(),
                deliverSm.shortMessage(),
                deliverSm.tlvs(),
                parsed.smscMessageId(),
                parsed.idKey(),
                state,
                parsed.error(),
                parsed.doneAt()));
        count(deliverSm, state);
    }

    // The columns hold ten times what SMPP allows.
    private static String cut(String address) {
        return address.length() <= LONGEST_ADDRESS ? address : address.substring(0, LONGEST_ADDRESS);
    }

    private void count(DeliverSm deliverSm, ReceiptState state) {
        if (state != null) {
            counts.of(deliverSm.link()).received().add(deliverSm.receivedAt(), 1);
        }
        if (state == ReceiptState.UNRECOGNISED) {
            counts.of(deliverSm.link()).unrecognised().add(deliverSm.receivedAt(), 1);
        }
        meters.counter("canhbao.receipts", "link", deliverSm.link(), "state", state == null ? "MO" : state.name())
                .increment();
    }
}
