package vn.canhbao.templates.lint;

import java.util.List;

/** One thing that may be wrong with a text. */
public interface LintRule {

    /** As settings and findings name it: {@code asks-money}. */
    String code();

    /** Where it is wrong; severities are the settings' to say. */
    List<Flaw> flaws(LintedText text);

    default Severity usualSeverity() {
        return Severity.WARN;
    }

    /**
     * A place where a text is wrong, as in {@link Finding}.
     *
     * @param from both 0: the text as a whole
     */
    record Flaw(int from, int to, String message, String remedy) {

        static Flaw ofAll(String message, String remedy) {
            return new Flaw(0, 0, message, remedy);
        }
    }
}
