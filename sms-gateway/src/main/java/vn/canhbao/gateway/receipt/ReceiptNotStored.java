package vn.canhbao.gateway.receipt;

/** A receipt could not be journalled; it is answered with a temporary error, so that the SMSC sends it again. */
public final class ReceiptNotStored extends Exception {

    ReceiptNotStored(String message, Throwable cause) {
        super(message, cause);
    }
}
