package vn.canhbao.console.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules(10);

    @ParameterizedTest
    @ValueSource(strings = {"ngựa xanh ăn phở", "muoi-hai-con-giap", "Zq7#pL0vXw", "12 con giáp 2026 chạy"})
    void unrelatedWordsAreTaken(String password) {
        assertThat(rules.problem(password, "soanthao")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "0987654321",
                "aaaaaaaaaaaa",
                "ababababab",
                "qwertyuiop",
                "Password2026!",
                "P@ssw0rd2026",
                "matkhau@2026",
                "Mật khẩu 2026",
                "CanhBao#123456",
                "Quantri@2026!!",
                "soanthao-va-them",
            })
    void whatEverybodyTriesFirstIsRefused(String password) {
        assertThat(rules.problem(password, "soanthao"))
                .hasValueSatisfying(why -> assertThat(why).contains("too easy to guess"));
    }

    @Test
    void nameOfThreeLettersMayStandWithinAWord() {
        assertThat(rules.problem("ngựa xanh ăn phở", "an")).isEmpty();
    }

    @Test
    void lengthCountsInCharactersAndTheLimitInOctets() {
        assertThat(rules.problem("ngắn quá", "soanthao"))
                .hasValueSatisfying(why -> assertThat(why).contains("10"));
        assertThat(rules.problem(null, "soanthao")).isPresent();
        assertThat(rules.problem("dài ".repeat(18), "soanthao"))
                .hasValueSatisfying(why -> assertThat(why).contains("72"));
    }
}
