/**
 * What leaves the house. {@code ReportFactsReader} counts a period into {@code ReportFacts}, the only input of every
 * writer: {@code table} makes XLSX and CSV of it, {@code document} the official report as DOCX and PDF; {@code warning}
 * publishes warnings as CAP, Atom and leaflets.
 */
package vn.canhbao.report;
