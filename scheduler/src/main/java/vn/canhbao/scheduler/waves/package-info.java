/**
 * When a wave goes out. {@code WavePlanner} turns an approved campaign's waves into Quartz triggers, {@code FireWave} is
 * the job that they fire, {@code WaveRecovery} takes up what a stopped server left.
 */
package vn.canhbao.scheduler.waves;
