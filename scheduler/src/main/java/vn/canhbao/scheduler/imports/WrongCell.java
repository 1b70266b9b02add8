package vn.canhbao.scheduler.imports;

/** A cell for which its row can't be taken; the message is Vietnamese, then English, and says how to mend it. */
final class WrongCell extends Exception {

    private final String field;
    private final String value;

    WrongCell(RecipientColumn column, String value, String reason) {
        super(reason, null, false, false);
        this.field = column.key();
        this.value = value;
    }

    String field() {
        return field;
    }

    String value() {
        return value;
    }
}
