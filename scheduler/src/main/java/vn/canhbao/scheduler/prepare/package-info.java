/**
 * The prepare job (Spring Batch): reads the audience of a wave in ranges of recipient ids, asks every {@code Exclusion},
 * renders, chooses the operator and writes the messages. Start with {@code WavePreparer}; {@code PrepareJob} is the job
 * itself, {@code MessageMakers} makes the same messages for previews and estimates.
 */
package vn.canhbao.scheduler.prepare;
