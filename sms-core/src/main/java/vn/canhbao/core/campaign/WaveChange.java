package vn.canhbao.core.campaign;

import java.time.Instant;

/** A change of an approved campaign's wave that waits for another person's approval. */
public record WaveChange(WavePlan plan, String proposedBy, Instant proposedAt) {}
