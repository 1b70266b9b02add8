/**
 * Fills recipient lists from files: {@code RecipientImporter} checks an upload before anything is written and starts the
 * Spring Batch job of {@code RecipientImportJob}, whose blocks of rows pass {@code RowBlockReader} ({@code RowCheck}) →
 * {@code RecipientRowWriter}; {@code InterruptedImports} goes on, at the next start, with what a dead process left.
 * {@code WordsOfNames} makes the new names searchable afterwards.
 */
package vn.canhbao.scheduler.imports;
