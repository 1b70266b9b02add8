/** What may be a password here. */
package vn.canhbao.console.security.password;
