package vn.canhbao.core.campaign;

/** What a message is for; decides window, cap and suppression. Advertising ({@code QUANG_CAO}) is refused. */
public enum MessageClass {
    /** Warning to citizens or staff. */
    CANH_BAO,
    /** Awareness. */
    TUYEN_TRUYEN,
    /** Notice to own staff. */
    DIEU_HANH
}
