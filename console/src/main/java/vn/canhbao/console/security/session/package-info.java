/** Who is signed in to the console, on every server: seen, and ended from afar. */
package vn.canhbao.console.security.session;
