package vn.canhbao.core.db;

import org.springframework.core.NestedExceptionUtils;

/** What is wrong with the database, for a log line. */
public final class DatabaseTrouble {

    private DatabaseTrouble() {}

    /** The database's own words; Spring's message around them holds the whole statement, with a thousand rows of it. */
    public static String inShort(RuntimeException exception) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(exception);
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
