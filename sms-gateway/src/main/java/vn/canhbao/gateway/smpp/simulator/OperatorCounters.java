package vn.canhbao.gateway.smpp.simulator;

/**
 * What an operator of the built-in SMSC has done since its start.
 *
 * @param boundBinds sessions bound now; {@code binds}: ever
 * @param submits submit_sm that came; each is then accepted, rejected, throttled, or got no answer and was not taken
 * @param answersLost submits without an answer, taken or not
 * @param receiptsTaken deliver_sm (data_sm) answered with OK
 * @param receiptsRefused refused for good by the ESME
 * @param receiptsResent sent once more, after a temporary error, silence or a lost session
 * @param receiptsLost not sent, on purpose
 * @param receiptsWaiting due or on their way
 * @param answersLate submits whose answer came late on purpose
 * @param bindsRefused with the right password
 * @param enquireLinks sent by the SMSC; {@code enquireLinksAnswered}: of these
 * @param messagesTaken deliver_sm from phones answered with OK, in segments; {@code messagesRefused}: for good;
 *     {@code messagesWaiting}: due or on their way
 * @param peakSubmitsPerSecond most submit_sm in any sliding second, whatever became of them
 * @param meanSubmitsPerSecond while there was traffic: pauses of a second and more are left out
 * @param peakUnanswered most submit_sm without their answer at once; those that never get one don't count
 * @param peakBinds most binds at once
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
        long receiptsWaiting,
        long answersLate,
        long bindsRefused,
        long enquireLinks,
        long enquireLinksAnswered,
        long messagesTaken,
        long messagesRefused,
        long messagesWaiting,
        int peakSubmitsPerSecond,
        double meanSubmitsPerSecond,
        int peakUnanswered,
        int peakBinds) {}
