package vn.canhbao.core.message;

import java.time.Instant;

/**
 * A message that was claimed when its node stopped: perhaps sent, perhaps not.
 *
 * @param notBefore if it was sent, then after this
 */
public record DoubtfulMessage(
        long messageId, long campaignId, String msisdn, String link, int segments, Instant notBefore) {}
