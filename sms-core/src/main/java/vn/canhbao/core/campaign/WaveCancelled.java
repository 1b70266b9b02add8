package vn.canhbao.core.campaign;

/** One wave was cancelled, its campaign was not. */
public record WaveCancelled(long waveId) {}
