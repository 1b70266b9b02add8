package vn.canhbao.scheduler.prepare;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.message.PreparedMessages;

/** Writes the messages of a chunk of recipients, and ends the partition after it where that is due. */
class MessageWriter implements ItemWriter<Member> {

    private final MessageMaker maker;
    private final PreparedMessages messages;
    private final BooleanSupplier stopIsDue;
    private final Runnable stop;
    private final Counter written;

    MessageWriter(
            MessageMaker maker,
            PreparedMessages messages,
            BooleanSupplier stopIsDue,
            Runnable stop,
            MeterRegistry meters) {
        this.maker = maker;
        this.messages = messages;
        this.stopIsDue = stopIsDue;
        this.stop = stop;
        written = meters.counter("canhbao.prepare.messages");
    }

    @Override
    public void write(Chunk<? extends Member> chunk) {
        messages.add(maker.messages(List.copyOf(chunk.getItems())));
        written.increment(chunk.size());
        if (stopIsDue.getAsBoolean()) {
            stop.run();
        }
    }
}
