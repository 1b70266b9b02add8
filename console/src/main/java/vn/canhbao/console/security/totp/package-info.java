/** The second factor: codes of a phone's app (RFC 6238), recovery codes, and the picture by which the phone learns them. */
package vn.canhbao.console.security.totp;
