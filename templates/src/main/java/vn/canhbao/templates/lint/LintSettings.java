package vn.canhbao.templates.lint;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the linter looks for.
 *
 * @param severity by rule, where it is not the usual one; {@code secret-stamp} always blocks
 * @param maxSegments more of them in the longest message are found
 * @param forbiddenCharacters those that gateways here refuse or replace
 * @param channelValidDays a reporting channel that was last tried longer ago counts as unverified
 */
@ConfigurationProperties("canhbao.templates.lint")
public record LintSettings(
        Map<String, Severity> severity,
        @DefaultValue("3") int maxSegments,
        @DefaultValue("%#&[]{}\\<@") String forbiddenCharacters,
        @DefaultValue("180") int channelValidDays) {

    public static final LintSettings USUAL = new LintSettings(null, 3, "%#&[]{}\\<@", 180);

    public LintSettings {
        severity = severity == null ? Map.of() : Map.copyOf(severity);
        if (maxSegments < 1 || maxSegments > 255) {
            throw new IllegalArgumentException("canhbao.templates.lint.max-segments: từ 1 đến 255 (from 1 to 255)");
        }
        if (channelValidDays < 1) {
            throw new IllegalArgumentException("canhbao.templates.lint.channel-valid-days: ít nhất 1 (at least 1)");
        }
    }
}
