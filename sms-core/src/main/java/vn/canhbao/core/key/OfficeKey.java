package vn.canhbao.core.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that stands beside the database and never in it, so that a copy of the tables neither gives back an erased
 * number (there are only some hundred million, all tried in a minute against a plain hash) nor lets anybody seal a
 * changed audit trail. HMAC-SHA-256, RFC 2104, with a key of its own for each purpose.
 */
public final class OfficeKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final Supplier<byte[]> secret;

    /**
     * A key.
     *
     * @param secret asked for whenever something is hashed: a key that nobody needs is never made
     */
    public OfficeKey(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    /** The hash of a text for a purpose, 64 hexadecimal digits. */
    public String hash(String purpose, String text) {
        return HexFormat.of().formatHex(hmac(hmac(secret.get(), purpose), text));
    }

    /** Hashes many texts for one purpose, without looking for the key each time; for one thread. */
    public Hashing hashing(String purpose) {
        return new Hashing(mac(hmac(secret.get(), purpose)));
    }

    /** A purpose's hash, ready for many texts. */
    public static final class Hashing {

        private final Mac mac;

        private Hashing(Mac mac) {
            this.mac = mac;
        }

        public String hash(String text) {
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        return mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
