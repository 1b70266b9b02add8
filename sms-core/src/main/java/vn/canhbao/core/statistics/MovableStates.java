package vn.canhbao.core.statistics;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import vn.canhbao.core.message.MessageStatus;

/** The states that a message may still leave, UNKNOWN among them: a receipt may come late. */
final class MovableStates {

    static final Set<MessageStatus> ALL = Arrays.stream(MessageStatus.values())
            .filter(state -> Arrays.stream(MessageStatus.values()).anyMatch(state::canTransitionTo))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(MessageStatus.class)));

    /** As a list in SQL. */
    static final String SQL = ALL.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", "));

    private MovableStates() {}
}
