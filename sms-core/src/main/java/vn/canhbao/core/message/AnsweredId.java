package vn.canhbao.core.message;

import java.time.Instant;

/** A message id as submit_sm_resp wrote it, of a segment whose receipt is still due. */
public record AnsweredId(String msisdn, String smscMessageId, Instant submittedAt) {}
