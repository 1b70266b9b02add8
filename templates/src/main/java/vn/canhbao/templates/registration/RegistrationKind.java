package vn.canhbao.templates.registration;

/** What is registered with an operator. */
public enum RegistrationKind {
    SENDER_ID,
    TEMPLATE
}
