/**
 * The promises of the SMPP side as a table: each row is a behaviour of an SMSC and what must hold all the same. All rows
 * run at once, each with an account, a link and an operator of its own, through one gateway over TCP.
 */
package vn.canhbao.gateway.matrix;
