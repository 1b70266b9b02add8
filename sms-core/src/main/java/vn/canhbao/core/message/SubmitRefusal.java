package vn.canhbao.core.message;

import java.time.Instant;

/**
 * A submit_sm that the SMSC refused.
 *
 * @param segment from 1
 * @param commandStatus of submit_sm_resp, not 0
 */
public record SubmitRefusal(int segment, int commandStatus, Instant at) {}
