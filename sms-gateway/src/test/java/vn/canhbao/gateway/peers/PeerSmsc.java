package vn.canhbao.gateway.peers;

import java.util.List;

/** A small SMSC that is not ours: it takes every submit_sm, keeps it as it decoded it, and sends a DELIVRD receipt. */
public interface PeerSmsc extends AutoCloseable {

    int port();

    /** In the order of their arrival. */
    List<ReceivedSubmit> received();

    @Override
    void close();

    /**
     * A submit_sm as the peer's own library read it.
     *
     * @param udh the information elements without the leading length, hexadecimal; empty without UDHI
     * @param text decoded by the peer's library, by data_coding
     */
    record ReceivedSubmit(String destination, String source, int dataCoding, int esmClass, String udh, String text) {}
}
