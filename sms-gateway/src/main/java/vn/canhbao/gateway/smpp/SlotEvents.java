package vn.canhbao.gateway.smpp;

/** What the slots of a link tell it. */
interface SlotEvents {

    /** A slot is bound, for the first time or again. */
    void bound();

    /** What went wrong, in one line with the remedy. */
    void failed(String error);

    /** Trying again would only make it worse. */
    void trip(String reason);
}
