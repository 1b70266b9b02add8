package vn.canhbao.scheduler.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.text.SmsEncoding;

class PersonalTextTest {

    @Test
    void nameUnitAndEveryColumnOfTheFileAreValues() {
        assertThat(made(
                                "{{full_name}}, {{unit}}, {{chuc_vu}} bậc {{bac}}",
                                member("{\"chuc_vu\":\"Phó phòng\",\"bac\":3}"))
                        .sms()
                        .text())
                .isEqualTo("Nguyễn Văn An, Phòng Tham mưu, Phó phòng bậc 3");
    }

    @Test
    void aColumnNeverStandsForTheName() {
        assertThat(made("{{full_name}}", member("{\"full_name\":\"Ai khác\"}"))
                        .sms()
                        .text())
                .isEqualTo("Nguyễn Văn An");
    }

    @Test
    void whoHasNoValueForAPlaceholderIsNamedWithIt() {
        assertThat(made("{{full_name}}: {{chuc_vu}} {{bac}}", member("{\"chuc_vu\":\" \"}"))
                        .problem())
                .contains("chuc_vu, bac", "no value");
        assertThat(made("{{chuc_vu}}", member(null)).problem()).contains("chuc_vu");
        assertThat(made("{{chuc_vu}}", member("not json")).problem()).contains("chuc_vu");
    }

    @Test
    void whoIsSparedAPlaceholderByAConditionNeedsNoValueForIt() {
        assertThat(made("Chào{{#chuc_vu}} {{chuc_vu}} {{bac}}{{/chuc_vu}}.", member(null))
                        .problem())
                .isNull();
        assertThat(made("Chào{{#chuc_vu}} {{bac}}{{/chuc_vu}}.", member("{\"chuc_vu\":\"x\"}"))
                        .problem())
                .contains("bac");
    }

    @Test
    void aTextThatIsTheSameForAllWasApprovedAsLongAsItIs() {
        assertThat(new PersonalText("ư".repeat(500), TextForm.ACCENTED, 2)
                        .of(member(null))
                        .problem())
                .isNull();
    }

    @Test
    void aTextOverTheMostSegmentsIsAProblemAndOneBelowIsNot() {
        String column = "{\"x\":\"" + "à".repeat(67) + "\"}";
        PersonalText text = new PersonalText("ư{{x}}ư" + "{{x}}", TextForm.ACCENTED, 2);

        assertThat(text.of(member(column)).problem()).contains("3 segments, at most 2");
        assertThat(new PersonalText("ư{{x}}", TextForm.ACCENTED, 2)
                        .of(member(column))
                        .problem())
                .isNull();
    }

    @Test
    void aTextLongerThanAMessageHoldsIsCutAndAProblem() {
        PersonalText.Made made = made("{{x}}", member("{\"x\":\"" + "a".repeat(2_500) + "\"}"));

        assertThat(made.problem()).contains("2500");
        assertThat(made.sms().text()).hasSizeLessThanOrEqualTo(PersonalText.LONGEST);
    }

    @Test
    void theFoldedFormIsCountedAsItIsSent() {
        PersonalText.Made made = new PersonalText("Chào {{full_name}}", TextForm.UNACCENTED, 10).of(member(null));

        assertThat(made.sms().text()).isEqualTo("Chao Nguyen Van An");
        assertThat(made.sms().encoding()).isEqualTo(SmsEncoding.GSM_7);
    }

    private static PersonalText.Made made(String text, Member member) {
        return new PersonalText(text, TextForm.ACCENTED, 100).of(member);
    }

    private static Member member(String columns) {
        return new Member(1, "84912345678", "Nguyễn Văn An", "Phòng Tham mưu", columns);
    }
}
