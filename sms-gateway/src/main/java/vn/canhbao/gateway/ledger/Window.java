package vn.canhbao.gateway.ledger;

/**
 * The places of a link's window as the ledger gives them out: a place is taken with the claim and given back when the
 * outcome is committed. What is in doubt after a crash is what holds a place: never more than the window.
 */
final class Window {

    private int size;
    private int taken;

    Window(int size) {
        this.size = size;
    }

    /** Fewer places than are taken: nothing is taken until enough are given back. */
    synchronized void resize(int newSize) {
        size = newSize;
    }

    synchronized int size() {
        return size;
    }

    synchronized int free() {
        return size - taken;
    }

    synchronized int taken() {
        return taken;
    }

    synchronized void take(int places) {
        taken += places;
    }

    synchronized void giveBack(int places) {
        taken -= places;
    }
}
