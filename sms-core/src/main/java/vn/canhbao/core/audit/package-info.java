/** Who did what, when: append-only. */
package vn.canhbao.core.audit;
