package vn.canhbao.gateway.link;

import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The rates of operators that have one: over all links that serve the operator
 * ({@code canhbao.operators.<code>.submits-per-second}).
 */
public final class OperatorRates {

    private final Map<String, SegmentRate> byOperator;
    private final SegmentRate unlimited = new SegmentRate(0);

    /** @param byOperator by operator code */
    public OperatorRates(Map<String, SegmentRate> byOperator) {
        this.byOperator = byOperator;
    }

    /** No operator has one. */
    public static OperatorRates none() {
        return new OperatorRates(Map.of());
    }

    /** The operator's rate; one without a limit where it has none. */
    public SegmentRate of(String operator) {
        return byOperator.getOrDefault(operator, unlimited);
    }

    public void forEach(BiConsumer<String, SegmentRate> each) {
        byOperator.forEach(each);
    }
}
