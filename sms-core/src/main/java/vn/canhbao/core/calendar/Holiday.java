package vn.canhbao.core.calendar;

import java.time.LocalDate;

/** A line of the holiday table. */
public record Holiday(LocalDate date, String name, DayKind kind) {}
