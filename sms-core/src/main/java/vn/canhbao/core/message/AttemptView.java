package vn.canhbao.core.message;

import java.time.Instant;

/**
 * One time that an SMSC said no.
 *
 * @param segment from 1
 * @param commandStatus of submit_sm_resp; 0 where it took the segment and a receipt said later that it was not delivered
 * @param receiptError the operator's code in that receipt, else {@code null}
 */
public record AttemptView(Instant at, String link, int segment, int commandStatus, String receiptError) {}
