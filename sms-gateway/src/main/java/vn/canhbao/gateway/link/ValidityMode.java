package vn.canhbao.gateway.link;

/** How validity_period is written (SMPP 3.4 §7.1.1). */
public enum ValidityMode {
    /** A span: {@code 000000010000000R}. */
    RELATIVE,
    /** A point in the operator's time, with its offset: {@code 261124130000028+}. */
    ABSOLUTE,
    /** Left empty: some operators refuse or ignore it. Our own deadline still holds. */
    NONE
}
