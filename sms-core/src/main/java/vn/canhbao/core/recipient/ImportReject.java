package vn.canhbao.core.recipient;

/**
 * A row that could not be taken.
 *
 * @param row its number as a spreadsheet shows it
 * @param value what stood in the field
 * @param cells the whole row, a JSON array; {@code null} where it was too long to keep
 */
public record ImportReject(long row, String field, String value, String reason, String cells) {}
