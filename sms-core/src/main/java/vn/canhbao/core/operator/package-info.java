/** Telecom operators: which one a number belongs to, by override, then longest prefix. */
package vn.canhbao.core.operator;
