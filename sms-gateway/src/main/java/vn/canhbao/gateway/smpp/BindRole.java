package vn.canhbao.gateway.smpp;

import org.jsmpp.SMPPConstant;

/** As what a session binds (SMPP 3.4 §4.1). */
enum BindRole {
    TRANSCEIVER(SMPPConstant.CID_BIND_TRANSCEIVER),
    TRANSMITTER(SMPPConstant.CID_BIND_TRANSMITTER),
    RECEIVER(SMPPConstant.CID_BIND_RECEIVER);

    private final int commandId;

    BindRole(int commandId) {
        this.commandId = commandId;
    }

    /** Of its bind request. */
    int commandId() {
        return commandId;
    }
}
