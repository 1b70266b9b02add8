package vn.canhbao.core.campaign;

import java.time.Duration;

/**
 * What an author writes to correct or recall a campaign; everything but the text may be {@code null}: as in the campaign.
 *
 * @param urgent {@code null}: urgent, for a wrong warning is believed while it stands
 */
public record Correction(
        String name, String text, TextForm textForm, String source, Duration validity, Boolean urgent) {}
