package vn.canhbao.report.warning;

import java.time.Instant;

/**
 * A campaign as the outside sees it: what was sent, from which source, when; never to whom.
 *
 * @param name the form of fraud that its template warns of, else the campaign's name
 * @param text as sent, before placeholders are filled
 * @param sent when its first wave began; {@code null}: not yet
 * @param expires when its last wave's validity ends
 * @param updated when anything of it last changed for a reader
 * @param approved when the second person approved it; {@code null}: not approved
 * @param referred the warning that it is about, or {@code null}
 */
public record Warning(
        long id,
        String name,
        String text,
        String source,
        String senderId,
        Notice notice,
        Instant approved,
        Instant sent,
        Instant expires,
        Instant updated,
        Referred referred) {

    /** As CAP's {@code references} names an earlier alert: its id and time. */
    public record Referred(long id, Instant sent) {}

    /** The topic, or {@link #name}. */
    public String headline() {
        return notice.topic() == null ? name : notice.topic();
    }

    /** When it was first said: at its first wave, before that at its approval. */
    public Instant said() {
        return sent == null ? approved : sent;
    }
}
