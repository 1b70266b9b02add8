/** The command {@code audit verify}: looks at every seal of the audit trail without starting the application. */
package vn.canhbao.console.audit;
