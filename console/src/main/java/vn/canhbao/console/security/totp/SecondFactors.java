package vn.canhbao.console.security.totp;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.console.security.token.Sha256;
import vn.canhbao.core.db.Utc;

/** The accounts' second factors. A code is good once, within its minute and a half; so is a recovery code, at any time. */
@Repository
@Transactional
public class SecondFactors {

    private static final int RECOVERY_CODES = 10;

    /** Without letters that look alike. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final JdbcClient jdbc;
    private final Clock clock;

    public SecondFactors(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The secret that the person's app is to learn: the one begun before, so that a reload changes nothing. */
    public Totp begin(String username) {
        return begun(username).orElseGet(() -> {
            Totp secret = Totp.random();
            jdbc.sql("UPDATE user_account SET totp_secret = ? WHERE username = ? AND totp_since IS NULL")
                    .params(secret.secret(), username)
                    .update();
            return secret;
        });
    }

    /**
     * Ends the enrolment by a first code.
     *
     * @return the recovery codes, shown this once; empty for a wrong code
     */
    public List<String> confirm(String username, String code) {
        Optional<Totp> secret = begun(username);
        OptionalLong step =
                secret.isEmpty() ? OptionalLong.empty() : secret.get().stepOf(code, clock.instant());
        if (step.isEmpty()) {
            return List.of();
        }
        jdbc.sql("UPDATE user_account SET totp_since = ?, totp_last_step = ? WHERE username = ?")
                .params(Utc.column(clock.instant()), step.getAsLong(), username)
                .update();
        return newRecoveryCodes(username);
    }

    /** Whether this is a code of the person's app or one of the recovery codes; if so it is spent. */
    public boolean accepts(String username, String code) {
        return acceptsCode(username, code) || acceptsRecoveryCode(username, code);
    }

    /** Ten new ones; the old ones are void. */
    public List<String> newRecoveryCodes(String username) {
        jdbc.sql("DELETE FROM recovery_code WHERE username = ?").param(username).update();
        List<String> codes = Stream.generate(SecondFactors::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        codes.forEach(code -> jdbc.sql("INSERT INTO recovery_code (username, code_hash) VALUES (?, ?)")
                .params(username, hash(code))
                .update());
        return codes;
    }

    /** How many recovery codes are left. */
    public int recoveryCodesLeft(String username) {
        return jdbc.sql("SELECT COUNT(*) FROM recovery_code WHERE username = ?")
                .param(username)
                .query(Integer.class)
                .single();
    }

    /** Takes the second factor away. */
    public void remove(String username) {
        jdbc.sql("DELETE FROM recovery_code WHERE username = ?").param(username).update();
        jdbc.sql(
                        "UPDATE user_account SET totp_secret = NULL, totp_since = NULL, totp_last_step = NULL WHERE username = ?")
                .param(username)
                .update();
    }

    private Optional<Totp> begun(String username) {
        return secret("SELECT totp_secret FROM user_account WHERE username = ? AND totp_since IS NULL", username);
    }

    private Optional<Totp> secret(String sql, String username) {
        return jdbc.sql(sql)
                .param(username)
                .query((row, n) -> Optional.ofNullable(row.getString("totp_secret")))
                .optional()
                .flatMap(found -> found)
                .map(Totp::new);
    }

    // One statement compares and moves on: of two requests with the same code one is refused.
    private boolean acceptsCode(String username, String code) {
        OptionalLong step = secret(
                        "SELECT totp_secret FROM user_account WHERE username = ? AND totp_since IS NOT NULL", username)
                .map(totp -> totp.stepOf(code, clock.instant()))
                .orElse(OptionalLong.empty());
        return step.isPresent()
                && jdbc.sql("UPDATE user_account SET totp_last_step = ? WHERE username = ? AND totp_last_step < ?")
                                .params(step.getAsLong(), username, step.getAsLong())
                                .update()
                        == 1;
    }

    private boolean acceptsRecoveryCode(String username, String code) {
        return jdbc.sql("DELETE FROM recovery_code WHERE username = ? AND code_hash = ?")
                        .params(username, hash(code))
                        .update()
                == 1;
    }

    // 80 random bits: no dictionary, so a plain hash is enough.
    private static String recoveryCode() {
        SecureRandom random = new SecureRandom();
        StringBuilder code = new StringBuilder();
        IntStream.range(0, 16)
                .forEach(i -> code.append(i > 0 && i % 4 == 0 ? "-" : "")
                        .append(LETTERS.charAt(random.nextInt(LETTERS.length()))));
        return code.toString();
    }

    private static String hash(String code) {
        return Sha256.of(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
