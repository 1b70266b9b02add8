package vn.canhbao.core.operator;

import java.util.Map;
import java.util.Optional;

/**
 * Prefixes of national mobile numbers (digits after the country code 84), each with its first operator; the longest
 * matching prefix wins.
 */
public record PrefixTable(Map<String, String> operators) {

    public PrefixTable {
        operators = Map.copyOf(operators);
    }

    /** The first operator of a national number ({@code 912345678}); empty where no mobile prefix matches. */
    public Optional<String> operatorOf(String national) {
        for (int length = national.length(); length > 0; length--) {
            String operator = operators.get(national.substring(0, length));
            if (operator != null) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
