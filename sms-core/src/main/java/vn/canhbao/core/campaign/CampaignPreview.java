package vn.canhbao.core.campaign;

import vn.canhbao.core.text.SmsText;

/**
 * What an approver sees before anything is sent.
 *
 * @param accented the text with its Vietnamese letters
 * @param unaccented the text folded to "không dấu"
 * @param textForm which of the two is sent
 * @param audienceSize people, each counted once
 * @param more there are more than were counted
 */
public record CampaignPreview(
        SmsText accented, SmsText unaccented, TextForm textForm, long audienceSize, boolean more) {

    public SmsText sent() {
        return textForm == TextForm.UNACCENTED ? unaccented : accented;
    }
}
