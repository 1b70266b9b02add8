package vn.canhbao.core.campaign;

/** The life of a wave. Only a {@code RUNNING} wave's messages are claimed. */
public enum WaveStatus {
    /** Waits for its campaign's approval or its time. */
    SCHEDULED,
    /** Its time has come: the prepare job writes its messages. */
    PREPARING,
    RUNNING,
    PAUSED,
    CANCELLED,
    FINISHED,
    /** Its time passed while the server was down, and so did its validity. */
    MISSED;

    /** Whether the move exists; a status may always be written again. */
    public boolean canTransitionTo(WaveStatus next) {
        return this == next
                || switch (this) {
                    case SCHEDULED -> next == PREPARING || next == CANCELLED || next == MISSED;
                    case PREPARING -> next == RUNNING || next == PAUSED || next == CANCELLED;
                    case RUNNING -> next == PAUSED || next == CANCELLED || next == FINISHED;
                    case PAUSED -> next == PREPARING || next == RUNNING || next == CANCELLED;
                    case CANCELLED, FINISHED, MISSED -> false;
                };
    }
}
