/** Test sends: a campaign's text to a few of the office's own phones before its approval. */
package vn.canhbao.scheduler.testsend;
