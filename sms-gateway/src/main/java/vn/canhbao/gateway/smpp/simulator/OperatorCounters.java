package vn.canhbao.gateway.smpp.simulator;

/**
 * What an operator of the built-in SMSC has done since its start.
 *
 * @param boundBinds sessions bound now; {@code binds}: ever
 * @param submits submit_sm that came; each is then accepted, rejected, throttled, or got no answer and was not taken
 * @param answersLost submits without an answer, taken or not
 * @param receiptsTaken deliver_sm answered with OK
 * @param receiptsRefused refused for good by the ESME
 * @param receiptsResent sent once more, after a temporary error, silence or a lost session
 * @param receiptsLost not sent, on purpose
 * @param receiptsWaiting due or on their way
 */
public record OperatorCounters(
        int boundBinds,
        long binds,
        long submits,
        long accepted,
        long rejected,
        long throttled,
        long answersLost,
        long receiptsTaken,
        long receiptsRefused,
        long receiptsResent,
        long receiptsLost,
        long receiptsWaiting) {}
