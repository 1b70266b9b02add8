/** One writer per link: claims, outcomes and receipts in one transaction a cycle. */
package vn.canhbao.gateway.ledger;
