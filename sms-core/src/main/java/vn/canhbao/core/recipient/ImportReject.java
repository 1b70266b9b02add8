package vn.canhbao.core.recipient;

/** A row that could not be taken: its number as a spreadsheet shows it (header = 1), the field, what stood there, why. */
public record ImportReject(long row, String field, String value, String reason) {}
