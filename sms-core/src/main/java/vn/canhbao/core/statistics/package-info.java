/** What statistics read instead of the message table: every wave's messages as last counted, and the full count that checks them. */
package vn.canhbao.core.statistics;
