package vn.canhbao.templates;

/** Where the value of a placeholder comes from. */
public enum PlaceholderSource {
    /** Whoever drafts the campaign, else the office's setting, else the default. */
    AUTHOR,
    /** The recipient: {@code full_name}, {@code unit} or a further column of the imported file. */
    RECIPIENT
}
