package vn.canhbao.templates.lint;

/** What a finding does. */
public enum Severity {
    /** The text is refused. */
    BLOCK,
    /** Author and approver are told. */
    WARN,
    /** The rule is not asked. */
    OFF
}
