package vn.canhbao.console.api;

import java.util.List;
import java.util.function.Function;
import vn.canhbao.core.problem.InvalidInput;

/**
 * A page of a list.
 *
 * @param next where the next page is, or {@code null} at the end
 */
record Page<T>(List<T> items, String next) {

    static final String DEFAULT_LIMIT = "100";
    private static final int MOST = 1000;

    static void check(int limit) {
        if (limit < 1 || limit > MOST) {
            throw InvalidInput.of("limit", "phải từ 1 đến " + MOST + " (must be from 1 to " + MOST + ")");
        }
    }

    /** A page of at most {@code limit} of the items found with one more than that; {@code next} by the last item shown. */
    static <S, T> Page<T> of(List<S> found, int limit, Function<S, T> view, Function<S, String> next) {
        List<S> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(shown.stream().map(view).toList(), found.size() > limit ? next.apply(shown.getLast()) : null);
    }
}
