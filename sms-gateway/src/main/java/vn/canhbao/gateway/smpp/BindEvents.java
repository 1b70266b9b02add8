package vn.canhbao.gateway.smpp;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.canhbao.gateway.smpp.wire.Pdu;
import vn.canhbao.gateway.smpp.wire.SessionEvents;

/** What comes from the SMSC on a bind: hands every deliver_sm and data_sm over raw, and answers when that is done. */
final class BindEvents implements SessionEvents {

    private static final Logger log = LoggerFactory.getLogger(BindEvents.class);
    private static final int ESME_ROK = 0;

    private final String link;
    private final DeliverSmHandler handler;
    private final Clock clock;
    private final BindEnd end;

    BindEvents(String link, DeliverSmHandler handler, Clock clock, BindEnd end) {
        this.link = link;
        this.handler = handler;
        this.clock = clock;
        this.end = end;
    }

    // Never a permanent error: the SMSC must send it again when the journal is back.
    @Override
    public int requested(Pdu request) {
        try {
            handler.accept(DeliverSmReader.read(link, clock.instant(), request));
            return ESME_ROK;
        } catch (Exception notStored) {
            log.debug("deliver_sm on link {} not stored: the SMSC sends it again", link, notStored);
            return CommandStatus.ESME_RX_T_APPN;
        }
    }

    @Override
    public void ended(String reason) {
        end.is(reason);
    }
}
