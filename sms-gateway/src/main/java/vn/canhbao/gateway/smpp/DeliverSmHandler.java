package vn.canhbao.gateway.smpp;

/** Takes a deliver_sm. When it returns, the deliver_sm is answered with OK; when it throws, as a temporary error. */
@FunctionalInterface
public interface DeliverSmHandler {

    void accept(DeliverSm deliverSm) throws Exception;
}
