package vn.canhbao.templates.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Asks every rule about a text. */
@Component
@EnableConfigurationProperties(LintSettings.class)
public class Linter {

    private static final String ALWAYS_BLOCKS = SecretStamp.CODE;

    private final List<LintRule> rules;
    private final Map<String, Severity> severities;

    public Linter(List<LintRule> rules, LintSettings settings) {
        this.rules = List.copyOf(rules);
        Set<String> unknown = new TreeSet<>(settings.severity().keySet());
        rules.forEach(rule -> unknown.remove(rule.code()));
        if (!unknown.isEmpty() || settings.severity().getOrDefault(ALWAYS_BLOCKS, Severity.BLOCK) != Severity.BLOCK) {
            throw new IllegalArgumentException("canhbao.templates.lint.severity: "
                    + (unknown.isEmpty()
                            ? "dấu mật luôn bị chặn (secret-stamp always blocks)"
                            : "không có quy tắc " + unknown + "; có " + codes() + " (no such rules)"));
        }
        severities = rules.stream()
                .collect(Collectors.toMap(
                        LintRule::code, rule -> settings.severity().getOrDefault(rule.code(), rule.usualSeverity())));
    }

    private List<String> codes() {
        return rules.stream().map(LintRule::code).sorted().toList();
    }

    /** What blocks first, then in the order of the text. */
    public List<Finding> findings(LintedText text) {
        return rules.stream()
                .filter(rule -> severities.get(rule.code()) != Severity.OFF)
                .flatMap(rule -> rule.flaws(text).stream()
                        .map(flaw -> new Finding(
                                rule.code(),
                                severities.get(rule.code()),
                                flaw.from(),
                                flaw.to(),
                                flaw.message(),
                                flaw.remedy())))
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::from)
                        .thenComparing(Finding::rule))
                .toList();
    }

    /** Those of the findings that refuse the text. */
    public static List<Finding> blocking(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.BLOCK)
                .toList();
    }
}
