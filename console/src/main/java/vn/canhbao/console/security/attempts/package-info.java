/** Failed logins: counted by account and address, answered with ever longer waits. */
package vn.canhbao.console.security.attempts;
