package vn.canhbao.core.campaign;

/**
 * A definition as part of a campaign's audience.
 *
 * @param audienceId the saved audience that it is copied from, or {@code null}
 * @param name that audience's name when it was copied, or {@code null}
 * @param definition {@code null} in a draft that names a saved audience only
 */
public record AudiencePart(Long audienceId, String name, AudienceDefinition definition) {

    /** A saved audience, to be copied when the draft is stored. */
    public static AudiencePart saved(long audienceId) {
        return new AudiencePart(audienceId, null, null);
    }

    public static AudiencePart of(AudienceDefinition definition) {
        return new AudiencePart(null, null, definition);
    }

    AudiencePart forCampaign(long id) {
        return definition == null ? this : new AudiencePart(audienceId, name, definition.forCampaign(id));
    }
}
