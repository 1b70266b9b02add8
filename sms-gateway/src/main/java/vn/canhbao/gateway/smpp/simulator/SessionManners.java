package vn.canhbao.gateway.smpp.simulator;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an operator treats its sessions. "Every so many" counts the account's submit_sm over all its binds; 0: never.
 *
 * @param cutEvery the TCP connection of every so-manieth submit_sm is cut; that one is taken and, like all that are
 *     under way on the session, never answered
 * @param silenceEvery the session of every so-manieth submit_sm goes silent: it reads on, takes nothing, answers
 *     nothing, not even enquire_link, and stays open
 * @param unbindEvery the SMSC unbinds the session of every so-manieth submit_sm after its answer
 * @param refuseBinds the first so many binds are refused with {@code refuseBindsWith}, a command_status
 * @param bindDelay from bind_transceiver (transmitter, receiver) to its answer
 * @param linger for so long an ended session still counts as bound
 * @param ignoreEnquireLink the ESME's enquire_link gets no answer
 * @param enquireLinkInterval the SMSC sends enquire_link so often; 0: never
 */
public record SessionManners(
        @DefaultValue("0") int cutEvery,
        @DefaultValue("0") int silenceEvery,
        @DefaultValue("0") int unbindEvery,
        @DefaultValue("0") int refuseBinds,
        @DefaultValue("0x0D") String refuseBindsWith,
        @DefaultValue("0ms") Duration bindDelay,
        @DefaultValue("0ms") Duration linger,
        @DefaultValue("false") boolean ignoreEnquireLink,
        @DefaultValue("0ms") Duration enquireLinkInterval) {

    public SessionManners {
        Integer.decode(refuseBindsWith);
    }

    static boolean isTurn(int every, long ordinal) {
        return every > 0 && ordinal % every == 0;
    }
}
