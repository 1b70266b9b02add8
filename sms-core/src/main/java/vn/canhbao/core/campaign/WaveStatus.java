package vn.canhbao.core.campaign;

/** The life of a wave. Only a {@code RUNNING} wave's messages are claimed. */
public enum WaveStatus {
    /** Waits for its campaign's approval or its time. */
    SCHEDULED,
    /** Its time has come: the prepare job writes its messages. */
    PREPARING,
    RUNNING,
    /** Its window is closed; it begins or goes on by itself when it opens. */
    WAITING,
    /** Stopped by a person, or by the system for a person to look at: nothing but a person lets it go on. */
    PAUSED,
    CANCELLED,
    FINISHED,
    /** It could not be sent before its validity was over: the server was down, or its window closed. */
    MISSED;

    /** Whether the move exists; a status may always be written again. */
    public boolean canTransitionTo(WaveStatus next) {
        return this == next
                || switch (this) {
                    case SCHEDULED ->
                        next == PREPARING || next == WAITING || next == PAUSED || next == CANCELLED || next == MISSED;
                    case PREPARING -> next == RUNNING || next == WAITING || next == PAUSED || next == CANCELLED;
                    case RUNNING -> next == WAITING || next == PAUSED || next == CANCELLED || next == FINISHED;
                    case WAITING -> next != WAITING;
                    case PAUSED ->
                        next == SCHEDULED
                                || next == PREPARING
                                || next == RUNNING
                                || next == WAITING
                                || next == CANCELLED;
                    case CANCELLED, FINISHED, MISSED -> false;
                };
    }
}
