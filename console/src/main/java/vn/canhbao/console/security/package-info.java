/** Accounts, roles and who may what: {@code AccessRules} is the whole table, everything else is denied. */
package vn.canhbao.console.security;
