package vn.canhbao.core.calendar;

/** What a line of the holiday table makes of its day. */
public enum DayKind {
    /** A public holiday, or a working day swapped away. */
    DAY_OFF,
    /** A Saturday or Sunday on which people work for a swapped day off: it has Monday's hours. */
    WORKING_DAY
}
