package vn.canhbao.core.recipient;

/**
 * A recipient as a file names them.
 *
 * @param unit the unit's name
 * @param attributes further columns as a JSON object, or {@code null}: leave what is known
 */
public record Person(Msisdn msisdn, String fullName, String unit, String attributes) {}
