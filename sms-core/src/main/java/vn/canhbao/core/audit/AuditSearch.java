package vn.canhbao.core.audit;

import java.time.Instant;

/**
 * What is looked for in the trail; {@code null} leaves a field open.
 *
 * @param subject {@code campaign 12}; a word alone finds every subject that begins with it
 * @param since then or later
 * @param until before then
 */
public record AuditSearch(String actor, String action, String subject, Instant since, Instant until) {

    public static final AuditSearch EVERYTHING = new AuditSearch(null, null, null, null, null);

    /** Empty fields of a form are open ones. */
    public AuditSearch {
        actor = open(actor);
        action = open(action);
        subject = open(subject);
    }

    private static String open(String field) {
        return field == null || field.isBlank() ? null : field.strip();
    }
}
