package vn.canhbao.templates.registration;

/** How far a registration is. */
public enum RegistrationStatus {
    APPLIED,
    /** Messages may go, within its dates. */
    ACTIVE,
    EXPIRED,
    REFUSED
}
