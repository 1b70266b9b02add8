package vn.canhbao.console.security.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** RFC 6238, appendix B: the secret of the SHA-1 rows, "12345678901234567890". */
    private final Totp totp = new Totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    private final Instant now = Instant.ofEpochSecond(1111111109);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheRfc(long second, String code) {
        assertThat(totp.code(Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void clockOfThePhoneMayBeAStepOff() {
        assertThat(totp.stepOf(totp.code(now.minusSeconds(30)), now)).hasValue(now.getEpochSecond() / 30 - 1);
        assertThat(totp.stepOf(totp.code(now.plusSeconds(30)), now)).hasValue(now.getEpochSecond() / 30 + 1);
        assertThat(totp.stepOf(totp.code(now.minusSeconds(90)), now)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void spacesInACodeDoNotMatter() {
        assertThat(totp.stepOf("081 804", now)).isPresent();
        assertThat(totp.stepOf("", now)).isEmpty();
    }

    @Test
    void newSecretsAreBase32AndDiffer() {
        Totp one = Totp.random();

        assertThat(one.secret())
                .matches("[A-Z2-7]{32}")
                .isNotEqualTo(Totp.random().secret());
        assertThat(one.uri("canhbao", "a b@c"))
                .isEqualTo("otpauth://totp/canhbao:a%20b%40c?secret=" + one.secret()
                        + "&issuer=canhbao&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void pictureIsASquareWithAQuietZone() {
        QrPicture picture = QrPicture.of(totp.uri("canhbao", "quantri"));

        assertThat(picture.path()).startsWith("M4,4h1v1h-1z");
        assertThat(picture.size()).isBetween(37, 73);
    }
}
