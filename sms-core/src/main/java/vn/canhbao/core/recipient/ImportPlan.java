package vn.canhbao.core.recipient;

/**
 * How a file is going to be read.
 *
 * @param mapping JSON object: our column → the file's column; {@code null} where the file's own names do
 * @param encoding of a CSV file by its usual name; {@code null} for a workbook
 * @param header the file's columns, a JSON array
 * @param rows below the header
 */
public record ImportPlan(String mapping, String encoding, String header, long rows) {}
