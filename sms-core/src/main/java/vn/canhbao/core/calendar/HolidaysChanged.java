package vn.canhbao.core.calendar;

/** Published after a change of the holiday table is committed: the scheduler renews its calendars. */
public record HolidaysChanged() {}
