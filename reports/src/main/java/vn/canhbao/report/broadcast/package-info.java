/**
 * Warnings that an operator sends to its own subscribers at the office's request: drafted, approved by another person,
 * asked for by letter, and counted by the operator.
 */
package vn.canhbao.report.broadcast;
