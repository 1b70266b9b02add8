package vn.canhbao.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTextTest {

    @Test
    void placeholdersAreFilledForEachRecipient() {
        TemplateText template = new TemplateText("Kính gửi {{full_name}}, {{ unit }}: cảnh giác");

        assertThat(template.isFixed()).isFalse();
        assertThat(template.render(Map.of("full_name", "Nguyễn Văn $1", "unit", "Phòng A\\B")))
                .isEqualTo("Kính gửi Nguyễn Văn $1, Phòng A\\B: cảnh giác");
    }

    @Test
    void aPlaceholderWithoutAValueBecomesNothing() {
        assertThat(new TemplateText("[{{unit}}]").render(Map.of())).isEqualTo("[]");
    }

    @Test
    void aTextWithoutPlaceholdersIsTheSameForAll() {
        assertThat(new TemplateText("Cảnh báo {một} {hai}").isFixed()).isTrue();
    }

    @Test
    void aPlaceholderThatNothingFillsIsNamedWithTheOnesThatExist() {
        assertThat(new PlaceholderRule().problems("Chào {{ten}} {{full_name}}"))
                .singleElement()
                .asString()
                .contains("{{ten}}", "{{full_name}}", "{{unit}}");
        assertThat(new PlaceholderRule().problems("Chào {{full_name}}")).isEmpty();
    }
}
