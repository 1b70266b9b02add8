package vn.canhbao.core.campaign;

/**
 * How many people an audience has, as far as was counted while somebody waits.
 *
 * @param people at least so many
 * @param more there are more than that
 */
public record AudienceSize(long people, boolean more) {}
