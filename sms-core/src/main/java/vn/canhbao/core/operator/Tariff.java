package vn.canhbao.core.operator;

import java.time.Instant;
import java.time.LocalDate;

/** What an operator bills for a segment, in đồng, from a day in Viet Nam until its next tariff. */
public record Tariff(String operator, LocalDate validFrom, int vndPerSegment, String changedBy, Instant changedAt) {}
