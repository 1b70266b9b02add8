package vn.canhbao.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.canhbao.core.text.Unaccented;

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
    void valuesAreNeverReadForPlaceholders() {
        assertThat(new TemplateText("{{full_name}}").render(Map.of("full_name", "{{unit}}", "unit", "A")))
                .isEqualTo("{{unit}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chào{{#unit}} {{unit}}{{/unit}}! | Phòng A | Chào Phòng A!",
                "Chào{{#unit}} {{unit}}{{/unit}}! | ' '     | Chào!",
                "{{^unit}}ông bà{{/unit}}{{#unit}}{{unit}}{{/unit}} | Phòng A | Phòng A",
                "{{^unit}}ông bà{{/unit}}{{#unit}}{{unit}}{{/unit}} |         | ông bà"
            })
    void aConditionalPartIsForThoseWithAValueOrForThoseWithout(String text, String unit, String rendered) {
        assertThat(new TemplateText(text).render(unit == null ? Map.of() : Map.of("unit", unit)))
                .isEqualTo(rendered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chào {{full_name                | vị trí 6: “{{” không có “}}”",
                "Chào {{#unit}}A                 | vị trí 6: phần điều kiện “unit” chưa đóng",
                "Chào {{/unit}}                  | vị trí 6: {{/unit}} không đóng phần nào",
                "{{#unit}}{{#a}}{{/unit}}{{/a}}  | vị trí 16: {{/unit}} không đóng phần nào đang mở; ở đây phải là {{/a}}",
                "Chào {{}}                       | vị trí 6: “{{}}” không phải tên trường",
                "Chào {{{full_name}}}            | không phải tên trường",
                "Chào {{> file}}                 | không phải tên trường"
            })
    void whatCannotBeReadIsNamedWithItsPlaceAndTheRemedy(String text, String problem) {
        TemplateText template = new TemplateText(text);

        assertThat(template.problems()).anySatisfy(one -> assertThat(one).contains(problem));
        assertThat(template.render(Map.of())).isEqualTo(text);
    }

    @Test
    void onlyValuesOutsideOfTheirOwnConditionAreRequired() {
        TemplateText template =
                new TemplateText("{{full_name}}{{#unit}} {{unit}} {{chuc_vu}}{{/unit}}{{^to}}{{to}}{{/to}}");

        assertThat(template.required()).containsExactly("full_name", "chuc_vu", "to");
        assertThat(template.names()).containsOnlyKeys("full_name", "unit", "chuc_vu", "to");
    }

    @Test
    void fillingPutsSomeValuesInForGoodAndLeavesTheRecipientsPlaceholders() {
        TemplateText template = new TemplateText(
                "{{co_quan}}: {{#han}}trước {{han}}. {{/han}}{{^han}}ngay. {{/han}}Kính gửi {{full_name}}{{#unit}}, {{unit}}{{/unit}}");

        assertThat(template.filled(Map.of("co_quan", "Công an tỉnh", "han", ""), Map.of("full_name", "ông bà")))
                .isEqualTo("Công an tỉnh: ngay. Kính gửi {{#full_name}}{{full_name}}{{/full_name}}"
                        + "{{^full_name}}ông bà{{/full_name}}{{#unit}}, {{unit}}{{/unit}}");
    }

    @Test
    void theLongestMessageTakesTheLongerBranchAndTheBounds() {
        TemplateText template =
                new TemplateText("{{#unit}}{{unit}}{{/unit}}{{^unit}}" + "a".repeat(100) + "{{/unit}}{{x}}");
        Map<String, Placeholder> declared = Map.of(
                "x",
                new Placeholder("x", null, PlaceholderType.TEXT, null, 61, null, null, null, null),
                "unit",
                new Placeholder("unit", null, null, null, 50, null, null, null, null));

        assertThat(LongestText.of(template, declared, Unaccented::of).units()).isEqualTo(161);
        assertThat(LongestText.of(template, declared, Unaccented::of).segments())
                .hasSize(2);
        assertThat(LongestText.of(template, declared, UnaryOperator.identity()).segments())
                .hasSize(3);
    }
}
