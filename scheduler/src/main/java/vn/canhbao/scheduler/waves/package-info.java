/**
 * When a wave goes out. {@code WavePlanner} turns an approved campaign's waves into Quartz triggers, {@code FireWave} is
 * the job that they fire, {@code WaveStart} what becomes of the wave then, {@code WaveWatch} keeps to the windows and lets
 * waves follow each other, {@code WaveRecovery} takes up what a stopped server left.
 */
package vn.canhbao.scheduler.waves;
