/** The linter: one class a rule, each saying where a text may mislead, cost too much or not arrive, and what to do. */
package vn.canhbao.templates.lint;
