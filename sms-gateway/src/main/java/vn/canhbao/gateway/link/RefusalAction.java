package vn.canhbao.gateway.link;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/** What is done when the SMSC refuses a submit_sm. */
public sealed interface RefusalAction {

    /**
     * This message is tried again on this link after a while, in its own time; then on another that serves its operator;
     * where there is none, it fails.
     *
     * @param tries after the first one
     * @param first delay; each further one is twice as long, up to {@code longest}
     */
    record RetryHere(int tries, Duration first, Duration longest) implements RefusalAction {

        /** @param number of the try that is waited for, from 1 */
        public Duration delay(int number) {
            Duration delay = first;
            for (int i = 1; i < number && delay.compareTo(longest) < 0; i++) {
                delay = delay.multipliedBy(2);
            }
            return delay.compareTo(longest) < 0 ? delay : longest;
        }
    }

    /** At once on another link that serves its operator; where there is none, it fails. */
    record RetryElsewhere() implements RefusalAction {}

    /** This recipient's message has failed. */
    record FailRecipient() implements RefusalAction {}

    /** Every message of this campaign would be refused: it is paused until a person has mended what is wrong. */
    record StopWave() implements RefusalAction {}

    /** Every message on this link would be refused: it is tripped until a person has mended what is wrong. */
    record StopLink() implements RefusalAction {}

    /** We are too fast: the link pauses, the message stays at the head and uses no try. */
    record PauseLink() implements RefusalAction {}

    /** The SMSC takes the session for unbound: it is bound anew, the message stays at the head and uses no try. */
    record Rebind() implements RefusalAction {}

    /** {@code RETRY_HERE 5x30s..180s}: five more tries, after 30, 60, 120, 180 and 180 seconds. */
    Pattern RETRY_HERE = Pattern.compile("RETRY_HERE (\\d{1,2})x(\\d+\\w*)(?:\\.\\.(\\d+\\w*))?");

    /**
     * As it is written in the configuration.
     *
     * @throws IllegalArgumentException that says what may be written
     */
    static RefusalAction of(String text) {
        String action = text.strip();
        Matcher retry = RETRY_HERE.matcher(action);
        if (retry.matches()) {
            Duration first = DurationStyle.detectAndParse(retry.group(2));
            Duration longest = retry.group(3) == null ? first : DurationStyle.detectAndParse(retry.group(3));
            return new RetryHere(Integer.parseInt(retry.group(1)), first, longest);
        }
        return switch (action) {
            case "RETRY_ELSEWHERE" -> new RetryElsewhere();
            case "FAIL_RECIPIENT" -> new FailRecipient();
            case "STOP_WAVE" -> new StopWave();
            case "STOP_LINK" -> new StopLink();
            case "PAUSE_LINK" -> new PauseLink();
            default ->
                throw new IllegalArgumentException("'" + text
                        + "' is none of FAIL_RECIPIENT, RETRY_HERE 5x30s, RETRY_HERE 5x30s..180s, RETRY_ELSEWHERE,"
                        + " STOP_WAVE, STOP_LINK, PAUSE_LINK");
        };
    }
}
