/**
 * The prepare job (Spring Batch): reads the audience of a wave page by page, renders, drops suppressed numbers, chooses
 * the operator and writes READY messages. Start with {@code WavePreparer}; {@code PrepareJob} is the job itself.
 */
package vn.canhbao.scheduler.prepare;
