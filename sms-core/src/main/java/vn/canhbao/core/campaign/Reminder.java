package vn.canhbao.core.campaign;

/**
 * A reminder that somebody asked for.
 *
 * @param people who had not acknowledged when it was asked for; who does so before it is prepared is left out
 */
public record Reminder(long waveId, long people) {}
