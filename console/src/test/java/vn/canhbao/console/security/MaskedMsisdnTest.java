package vn.canhbao.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.console.security.MaskedMsisdn.HIDDEN;
import static vn.canhbao.console.security.MaskedMsisdn.MASKED;
import static vn.canhbao.console.security.MaskedMsisdn.WHOLE;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedMsisdnTest {

    @ParameterizedTest
    @CsvSource({"AUTHOR,WHOLE", "ADMIN,WHOLE", "APPROVER,MASKED", "UNIT_HEAD,MASKED", "OFFICE,HIDDEN"})
    void eachRoleHasItsRule(Role role, MaskedMsisdn rule) {
        assertThat(MaskedMsisdn.forRoles(Set.of(role))).isEqualTo(rule);
    }

    @Test
    void roleThatSeesMostCountsAndNoRoleSeesNothing() {
        assertThat(MaskedMsisdn.forRoles(Set.of(Role.OFFICE, Role.APPROVER))).isEqualTo(MASKED);
        assertThat(MaskedMsisdn.forRoles(Set.of())).isEqualTo(HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "84912345678, 0912•••678",
        "+84912345678, 0912•••678",
        "0912345678, 0912•••678",
        "66812345678, 6681•••678",
        "8188, 8188",
        "CANHBAO, CANHBAO"
    })
    void maskedNumberCanBeKnownAgain(String address, String shown) {
        assertThat(MASKED.show(address)).isEqualTo(shown);
    }

    @Test
    void hiddenAndWholeNumbers() {
        assertThat(HIDDEN.show("84912345678")).isEqualTo("•••");
        assertThat(WHOLE.show("84912345678")).isEqualTo("84912345678");
        assertThat(HIDDEN.show(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gọi 0912345678 gấp | gọi ••• gấp",
                "+84 912 345 678, 84912345678 | •••, •••",
                "091.234.5678 | •••",
                "campaign 12, 485 người, 1500000 | campaign 12, 485 người, 1500000",
                "10.84.1.2 lúc 2026-11-24 05:00 | 10.84.1.2 lúc 2026-11-24 05:00"
            })
    void numbersWithinATextAreFound(String text, String shown) {
        assertThat(HIDDEN.showIn(text)).isEqualTo(shown);
        assertThat(WHOLE.showIn(text)).isEqualTo(text);
    }
}
