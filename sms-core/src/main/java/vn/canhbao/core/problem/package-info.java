/** What can be wrong with a request, in words that say what to do; REST turns each into a problem detail. */
package vn.canhbao.core.problem;
