package vn.canhbao.core.recipient;

/**
 * What is known of a recipient before an import says something else.
 *
 * @param attributes further columns as a JSON object, or {@code null}
 */
public record FormerRecipient(long id, String fullName, Long unitId, String attributes) {}
