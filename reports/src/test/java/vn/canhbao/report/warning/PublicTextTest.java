package vn.canhbao.report.warning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublicTextTest {

    @Test
    void nobodyIsNamedInPublic() {
        assertThat(PublicText.of("Kính gửi {{full_name}}{{#unit}}, {{unit}}{{/unit}}: gọi 113."))
                .isEqualTo("Kính gửi Quý vị: gọi 113.");
        assertThat(PublicText.of("{{full_name}} còn {{so_ngay}} ngày")).isEqualTo("Quý vị còn … ngày");
        assertThat(
                        PublicText.of(
                                "{{#unit}}Gửi {{unit}}{{#chuc_vu}} ({{chuc_vu}}){{/chuc_vu}}{{/unit}}{{^unit}}Gửi dân{{/unit}}"))
                .isEqualTo("Gửi dân");
    }

    @Test
    void textForAllStaysAsItIs() {
        assertThat(PublicText.of("Không cung cấp mã OTP.")).isEqualTo("Không cung cấp mã OTP.");
    }
}
