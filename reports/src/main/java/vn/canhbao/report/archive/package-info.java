/**
 * Reports as they were made: {@code ReportArchive} makes the files of a draft and keeps them with their hashes, {@code
 * ReportPost} mails them to their addressees.
 */
package vn.canhbao.report.archive;
