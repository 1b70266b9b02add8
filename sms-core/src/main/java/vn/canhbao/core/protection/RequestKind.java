package vn.canhbao.core.protection;

/** What a person may ask of us about their data (Law 91/2025/QH15). */
public enum RequestKind {
    /** To see the data, or to get a copy. */
    ACCESS,
    CORRECT,
    /** To be erased, and never written to again. */
    ERASE
}
