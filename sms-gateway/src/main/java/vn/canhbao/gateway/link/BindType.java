package vn.canhbao.gateway.link;

/** What one of a link's binds is. */
public enum BindType {
    /** One session that sends and receives: bind_transceiver. */
    TRANSCEIVER,
    /** Two sessions: bind_transmitter sends, bind_receiver takes the receipts; for SMSCs without transceivers. */
    PAIR
}
