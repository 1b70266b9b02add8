package vn.canhbao.core.problem;

/** The person may not do this to this thing: four eyes, for instance. REST answers 403 with the reason. */
public class NotAllowed extends RuntimeException {

    public NotAllowed(String message) {
        super(message);
    }
}
