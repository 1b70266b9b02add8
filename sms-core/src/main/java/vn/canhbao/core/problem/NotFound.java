package vn.canhbao.core.problem;

/** No such thing. REST answers 404. */
public class NotFound extends RuntimeException {

    public NotFound(String message) {
        super(message);
    }

    public static NotFound campaign(long id) {
        return new NotFound("Không có chiến dịch số " + id + " (no campaign " + id + ")");
    }
}
