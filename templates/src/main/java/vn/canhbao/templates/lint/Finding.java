package vn.canhbao.templates.lint;

/**
 * Something about a text that a person should know.
 *
 * @param rule the rule's code
 * @param from its place in the text, from 0; {@code to} is after its end; both 0: the text as a whole
 * @param message what, Vietnamese first
 * @param remedy what to do, Vietnamese first
 */
public record Finding(String rule, Severity severity, int from, int to, String message, String remedy) {

    /** In one line, the place as people count: from 1. */
    public String line() {
        return (to > from ? "vị trí " + (from + 1) + ": " : "") + message + "; " + remedy;
    }
}
