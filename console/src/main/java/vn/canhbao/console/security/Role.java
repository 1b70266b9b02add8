package vn.canhbao.console.security;

/** What a person is here. */
public enum Role {
    /** Drafts and submits campaigns, imports lists. */
    AUTHOR,
    /** Approves or rejects what another person submitted. */
    APPROVER,
    /** The supervising office: statistics, never a phone number. */
    OFFICE,
    /** Runs the system. */
    ADMIN
}
