package vn.canhbao.core.campaign;

import java.time.Duration;
import vn.canhbao.core.text.GsmAlphabet;
import vn.canhbao.core.text.Unaccented;

/**
 * What follows where people don't acknowledge a campaign by answering.
 *
 * @param after so long they have after each sending
 * @param reminders so many, each to those who have not acknowledged yet
 * @param tellHeads after the last one, the heads of their units get a message with the numbers
 */
public record Escalation(Duration after, int reminders, boolean tellHeads) {

    private static final String REMINDER = "Nhắc lại: ";

    /** The text of a reminder. */
    public static String reminder(String text) {
        // An accent in front would make UCS-2 of a text that has none.
        return (GsmAlphabet.covers(text) ? Unaccented.of(REMINDER) : REMINDER) + text;
    }
}
