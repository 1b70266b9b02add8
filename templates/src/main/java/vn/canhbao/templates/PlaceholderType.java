package vn.canhbao.templates;

/** What a placeholder stands for; decides what may be filled in and how it reads in a message. */
public enum PlaceholderType {
    TEXT,
    /** {@code 1500}: reads 1.500. */
    NUMBER,
    /** {@code 2026-12-01}: reads 01/12/2026. */
    DATE,
    /** Đồng, {@code 1500000}: reads 1.500.000 đồng. */
    MONEY,
    /** One of the options. */
    CHOICE
}
