package vn.canhbao.core.campaign;

/** How the text is sent: with its Vietnamese letters, or folded to "không dấu" by explicit choice. */
public enum TextForm {
    ACCENTED,
    UNACCENTED
}
