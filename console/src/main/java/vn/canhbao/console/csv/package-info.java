/** The one way in which the console writes files for spreadsheets. */
package vn.canhbao.console.csv;
