package vn.canhbao.core.problem;

/** The thing exists, but not in a state that allows this. REST answers 409. */
public class ConflictingState extends RuntimeException {

    public ConflictingState(String message) {
        super(message);
    }
}
