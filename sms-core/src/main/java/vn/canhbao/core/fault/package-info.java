/** Why messages did not arrive: the answers and receipts behind FAILED and EXPIRED, counted, and to whom they may go again. */
package vn.canhbao.core.fault;
