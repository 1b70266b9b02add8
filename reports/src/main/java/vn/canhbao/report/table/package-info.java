/** Figures as typed tables, and tables as files: XLSX with real numbers, CSV for any spreadsheet; a campaign's messages row by row. */
package vn.canhbao.report.table;
