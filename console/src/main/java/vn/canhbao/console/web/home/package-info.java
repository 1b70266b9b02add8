/** The home page: what runs, what comes, how the links stand, and what waits for the person who looks. */
package vn.canhbao.console.web.home;
