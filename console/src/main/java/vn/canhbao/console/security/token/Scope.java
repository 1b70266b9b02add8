package vn.canhbao.console.security.token;

/** What a token may do of what its owner may. Approving is no scope: it is a person's act. */
public enum Scope {
    /** Looks, changes nothing. */
    READ,
    /** Drafts, imports, submits, pauses: whatever others than administrators may change. */
    WRITE,
    /** What only administrators may. */
    ADMIN
}
