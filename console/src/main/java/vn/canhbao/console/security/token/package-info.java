/** API tokens: what a script shows instead of a person's password, narrowed by scopes and with an end. */
package vn.canhbao.console.security.token;
