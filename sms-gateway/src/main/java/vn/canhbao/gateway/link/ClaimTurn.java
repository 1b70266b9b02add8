package vn.canhbao.gateway.link;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * What a link may claim now.
 *
 * @param operators whose messages
 * @param limit most of them
 * @param claimed is told how many it were
 */
public record ClaimTurn(List<String> operators, int limit, IntConsumer claimed) {

    /** Without anybody who counts. */
    public static ClaimTurn of(List<String> operators, int limit) {
        return new ClaimTurn(operators, limit, count -> {});
    }
}
