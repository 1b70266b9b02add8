package vn.canhbao.core.db;

/** The few statements that H2 and MySQL write differently. */
public interface Dialect {

    /**
     * One statement that changes many rows of a table, each with values of its own: the parameters are the rows of the
     * update, one after the other, in the order of its columns.
     */
    String joinedUpdate(JoinedUpdate update, int rows);

    /** The fetch size with which a large result is read row by row, never whole in memory. */
    int rowByRow();
}
