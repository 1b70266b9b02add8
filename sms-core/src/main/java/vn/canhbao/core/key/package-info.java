/** The office's secret key: what keyed hashes of numbers and the seals of the audit trail are made with. */
package vn.canhbao.core.key;
