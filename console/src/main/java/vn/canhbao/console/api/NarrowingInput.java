package vn.canhbao.console.api;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.campaign.Narrowing;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;

/** Reads the narrowing of a wave: an object, or one of the words for the usual ones. */
final class NarrowingInput {

    // A field that is misspelt would widen the wave to everybody.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private NarrowingInput() {}

    /**
     * Nothing given is everybody.
     *
     * @param field its name, for {@link InvalidInput}
     */
    static Narrowing read(JsonNode given, String field) {
        if (given == null || given.isNull()) {
            return Narrowing.NONE;
        }
        if (given.isString()) {
            return word(given.asString(), field);
        }
        try {
            return JSON.treeToValue(given, Narrowing.class);
        } catch (JacksonException wrong) {
            FieldProblem problem = UnreadableBody.of(wrong);
            throw InvalidInput.of(field + "." + problem.field(), problem.message());
        }
    }

    private static Narrowing word(String word, String field) {
        return switch (word) {
            case "rest" -> Narrowing.toNotYetAddressed();
            case "notReached" -> Narrowing.toNotReached();
            case "notAcknowledged" -> Narrowing.toNotAcknowledged();
            default ->
                throw InvalidInput.of(
                        field,
                        "không nhận \"" + word
                                + "\"; dùng \"rest\", \"notReached\", \"notAcknowledged\" hoặc một đối tượng (use one of these words, or an object)");
        };
    }
}
