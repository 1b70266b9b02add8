package vn.canhbao.core.confirmation;

/** Whom of a unit a list shows. */
public enum PeopleShown {
    /** Who has not answered, for whatever reason. */
    MISSING("not_confirmed + unreachable > 0"),
    /** To whom no message was delivered. */
    NOT_REACHED("people > delivered"),
    ALL("people > 0");

    private final String condition;

    PeopleShown(String condition) {
        this.condition = condition;
    }

    /** Over unit_tally: whether a unit has any of them. */
    String condition() {
        return condition;
    }

    boolean shows(UnitPerson person) {
        return switch (this) {
            case MISSING -> person.acknowledgedAt() == null;
            case NOT_REACHED -> !person.delivered();
            case ALL -> true;
        };
    }
}
