/** How far waves are, minute by minute, for progress bars and charts: counted beside the sending, never by it. */
package vn.canhbao.core.progress;
