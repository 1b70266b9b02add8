package vn.canhbao.console.security.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.canhbao.core.text.Unaccented;

/**
 * What a password must be: long enough, and not one that everybody tries first (NIST SP 800-63B, 3.1.1.2). No rules about
 * kinds of characters: they make passwords that people write down.
 */
public final class PasswordRules {

    /** bcrypt reads no more. */
    private static final int MOST_OCTETS = 72;

    /** A shorter name is within many words. */
    private static final int LONG_NAME = 4;

    private final int minLength;
    private final Set<String> common;

    public PasswordRules(int minLength) {
        this.minLength = minLength;
        this.common = read();
    }

    /** What is wrong with the password, in words that say how to mend it; empty where nothing is. */
    public Optional<String> problem(String password, String username) {
        if (password == null || password.codePointCount(0, password.length()) < minLength) {
            return Optional.of(
                    "cần ít nhất " + minLength + " ký tự (at least " + minLength + " characters are needed)");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_OCTETS) {
            return Optional.of("dài quá " + MOST_OCTETS + " byte (longer than " + MOST_OCTETS + " octets)");
        }
        String plain = plain(password);
        if ((username.length() >= LONG_NAME && plain.contains(plain(username)))
                || plain.chars().distinct().count() < 4
                || common.contains(plain)
                || common.contains(core(plain))) {
            return Optional.of(
                    "quá dễ đoán: hãy dùng vài từ không liên quan với nhau (too easy to guess: use a few unrelated words)");
        }
        return Optional.empty();
    }

    private static String plain(String text) {
        return Unaccented.of(text).toLowerCase(java.util.Locale.ROOT).replaceAll("\\s", "");
    }

    // "P@ssw0rd2026!" is "password" with what everybody adds.
    private static String core(String plain) {
        return plain.replaceAll("^[^a-z]+|[^a-z]+$", "")
                .replace('@', 'a')
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('$', 's')
                .replaceAll("[^a-z]", "");
    }

    private static Set<String> read() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("/common-passwords.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
