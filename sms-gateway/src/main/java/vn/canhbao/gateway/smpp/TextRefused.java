package vn.canhbao.gateway.smpp;

/** A text that the link can't carry as it is; the message says in one line why and what to do. */
final class TextRefused extends Exception {

    TextRefused(String message) {
        super(message);
    }
}
