/** What all nodes know of the links: who may hold which bind, which nodes live, and how people want a link to run. */
package vn.canhbao.core.link;
