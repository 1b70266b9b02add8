package vn.canhbao.core.campaign;

/**
 * A definition as part of a campaign's audience.
 *
 * @param audienceId the saved audience that it was copied from, or {@code null}
 * @param name that audience's name then, or {@code null}
 */
public record AudiencePart(Long audienceId, String name, AudienceDefinition definition) {}
