package vn.canhbao.core.history;

import vn.canhbao.core.fault.Fault;
import vn.canhbao.core.message.MessageStatus;

/**
 * Which messages of a campaign are meant; what is {@code null} narrows nothing.
 *
 * @param unitId of people in this unit or below it
 */
public record MessageFilter(Long waveId, MessageStatus status, String operator, Fault fault, Long unitId) {

    public static final MessageFilter ALL = new MessageFilter(null, null, null, null, null);

    public boolean isEmpty() {
        return equals(ALL);
    }
}
