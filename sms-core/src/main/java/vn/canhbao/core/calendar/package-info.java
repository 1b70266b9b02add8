/**
 * When messages may be sent: {@code SendingWindow} is the hours of a week, {@code Holidays} the editable table of days off
 * and swapped working days, {@code SendingCalendar} puts both together and answers for an instant: open, next opening,
 * closing. Nothing here knows campaigns.
 */
package vn.canhbao.core.calendar;
