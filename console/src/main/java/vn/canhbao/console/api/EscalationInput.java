package vn.canhbao.console.api;

import java.time.Duration;
import vn.canhbao.core.campaign.Escalation;

/** {@code {"after":"PT30M","reminders":2,"tellHeads":true}}; one reminder where {@code reminders} is left out. */
record EscalationInput(Duration after, Integer reminders, Boolean tellHeads) {

    Escalation escalation() {
        return new Escalation(after, reminders == null ? 1 : reminders, Boolean.TRUE.equals(tellHeads));
    }
}
