package vn.canhbao.gateway.smpp;

/** What the slots of a link tell it. */
interface SlotEvents {

    /** What went wrong, in one line with the remedy. */
    void failed(String error);

    /** Trying again would only make it worse. */
    void trip(String reason);
}
