package vn.canhbao.core.history;

import java.util.Comparator;
import java.util.List;
import vn.canhbao.core.message.MessageStatus;

/** One value of the message table's index (wave_id, status, operator_code, segments): its messages lie in it by id. */
record MessageGroup(long waveId, MessageStatus status, String operator, int segments) {

    /** What needs a person comes first. */
    private static final List<MessageStatus> IN_ORDER = List.of(
            MessageStatus.FAILED,
            MessageStatus.EXPIRED,
            MessageStatus.PARTLY_DELIVERED,
            MessageStatus.UNANSWERED,
            MessageStatus.UNKNOWN,
            MessageStatus.DELAYED,
            MessageStatus.READY,
            MessageStatus.CLAIMED,
            MessageStatus.SUBMITTED,
            MessageStatus.DELIVERED,
            MessageStatus.SUPPRESSED,
            MessageStatus.CANCELLED);

    /** The newest wave first, in it what needs a person. */
    static final Comparator<MessageGroup> ORDER = Comparator.comparing(MessageGroup::waveId, Comparator.reverseOrder())
            .thenComparing(group -> IN_ORDER.indexOf(group.status()))
            .thenComparing(MessageGroup::operator)
            .thenComparing(MessageGroup::segments);
}
