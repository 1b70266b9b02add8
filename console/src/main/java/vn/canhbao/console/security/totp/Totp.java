package vn.canhbao.console.security.totp;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) as every phone's app makes them: HMAC-SHA-1, 6 digits, steps of 30 s.
 *
 * @param secret base32 (RFC 4648), 160 bits
 */
public record Totp(String secret) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_OCTETS = 20;
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    /** A new secret. */
    public static Totp random() {
        byte[] octets = new byte[SECRET_OCTETS];
        new SecureRandom().nextBytes(octets);
        return new Totp(encode(octets));
    }

    /** The code at this time. */
    public String code(Instant at) {
        return code(step(at));
    }

    /**
     * The step whose code this is: the current one, the one before or the one after, as phones' clocks differ.
     *
     * @return empty for a wrong code
     */
    public OptionalLong stepOf(String code, Instant now) {
        String digits = code.replaceAll("\\s", "");
        for (long step = step(now) - 1; step <= step(now) + 1; step++) {
            if (MessageDigest.isEqual(
                    code(step).getBytes(StandardCharsets.US_ASCII), digits.getBytes(StandardCharsets.UTF_8))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** What the app reads from the picture (Key Uri Format). */
    public String uri(String issuer, String account) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(escape(issuer), escape(account), secret, escape(issuer), DIGITS, STEP_SECONDS);
    }

    private static long step(Instant at) {
        return at.getEpochSecond() / STEP_SECONDS;
    }

    // RFC 4226, section 5.3: four octets at the place that the last half octet names.
    private String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return ("%0" + DIGITS + "d").formatted(number % MODULUS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(byte[] octets) {
        StringBuilder letters = new StringBuilder();
        for (int bit = 0; bit < octets.length * 8; bit += 5) {
            int value = 0;
            for (int i = bit; i < bit + 5; i++) {
                value = value << 1 | octets[i / 8] >> 7 - i % 8 & 1;
            }
            letters.append(ALPHABET.charAt(value));
        }
        return letters.toString();
    }

    private static byte[] decode(String letters) {
        byte[] octets = new byte[letters.length() * 5 / 8];
        for (int bit = 0; bit < octets.length * 8; bit++) {
            int value = ALPHABET.indexOf(letters.charAt(bit / 5));
            octets[bit / 8] |= (byte) ((value >> 4 - bit % 5 & 1) << 7 - bit % 8);
        }
        return octets;
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
