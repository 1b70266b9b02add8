/**
 * Tables as people save them: {@code TableFile} recognises CSV (with its encoding and delimiter) and XLSX and opens
 * {@code TableRows}, which read one row at a time whatever the file's size.
 */
package vn.canhbao.scheduler.table;
