package vn.canhbao.core.statistics;

/** How final a wave's count is. */
enum CountPhase {
    /** Its wave was not over: messages could still be added. */
    MOVING,
    /** Its wave was over: from then on messages move forward only. */
    OVER,
    /** No message of it can move. */
    SETTLED
}
