package vn.canhbao.console.web.home;

import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.progress.WavePace;

/**
 * A wave that has begun and is not over.
 *
 * @param pace {@code null} before its first count
 */
record RunningWave(Campaign campaign, Wave wave, WavePace pace) {}
