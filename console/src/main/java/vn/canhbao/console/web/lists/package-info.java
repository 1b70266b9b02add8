/** The lists of the pages as files for a spreadsheet: the same search, the same masks, and all rows instead of a page of them. */
package vn.canhbao.console.web.lists;
