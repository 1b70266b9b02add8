package vn.canhbao.core.message;

import java.util.List;

/** Which campaigns' messages a link carries: an exercise never reaches a public link, a warning never one that leads nowhere. */
public enum Carries {
    /** Real campaigns; the only kind that subscribers can be reached by. */
    PUBLIC,
    /** Exercises only: there are public links beside it for the rest. */
    EXERCISE,
    /** Both: an exercise link where there is no public one at all, as with the built-in SMSC. */
    BOTH;

    /** Whether a campaign's messages may go over such a link. */
    public boolean campaign(boolean exercise) {
        return this == BOTH || (this == EXERCISE) == exercise;
    }

    /** For the claim: which values of {@code campaign.exercise} it takes. */
    List<Boolean> exercise() {
        return switch (this) {
            case PUBLIC -> List.of(false);
            case EXERCISE -> List.of(true);
            case BOTH -> List.of(false, true);
        };
    }
}
