/** Telecom operators: which one a number belongs to, by override, then longest prefix; what they bill. */
package vn.canhbao.core.operator;
