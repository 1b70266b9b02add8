package vn.canhbao.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.canhbao.core.inbound.InboundAction;
import vn.canhbao.core.inbound.InboundKind;
import vn.canhbao.core.inbound.InboundMessage;

class KeywordRouterTest {

    final KeywordRouter router = new KeywordRouter(BoundSettings.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TU CHOI",
                "tuchoi",
                "Từ chối",
                "  từ  chối. ",
                "TU CHOI nhan tin canh bao",
                "TC",
                "tc 8188",
                "HUY",
                "Hủy",
                "Huỷ",
                "STOP",
                "Stop!",
                "Ngừng",
                "NGUNG gui",
                "\"TU-CHOI\""
            })
    void textThatBeginsWithARefusalRefuses(String text) {
        assertThat(kind(text)).isEqualTo(InboundKind.REFUSAL);
        assertThat(kind(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(InboundKind.REFUSAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DA NHAN", "Đã nhận", "danhan", "OK", "ok cam on", "Đã nhận được tin, cảm ơn"})
    void textThatBeginsWithAnAcknowledgementAcknowledges(String text) {
        assertThat(kind(text)).isEqualTo(InboundKind.ACKNOWLEDGEMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tôi không từ chối",
                "Toi khong muon tu choi",
                "TCB báo nợ",
                "OKE",
                "Huyện nào vậy?",
                "Ai gửi vậy?",
                "",
                "👍",
                "TC, đã nhận",
                "OK nhưng TU CHOI"
            })
    void anythingElseIsForAPerson(String text) {
        assertThat(kind(text)).isEqualTo(InboundKind.REPLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8188", "VIETTEL", "1414", "842838221111", ""})
    void whatAMachineWritesChangesNothing(String source) {
        assertThat(router.kind(message(source, "TU CHOI", 1, 1))).isEqualTo(InboundKind.REPLY);
    }

    @Test
    void firstWordsCountOnlyWhereTheTextsBeginningCame() {
        assertThat(router.kind(message("84961234567", "TU CHOI nhan…", 1, 2))).isEqualTo(InboundKind.REFUSAL);
        assertThat(router.kind(message("84961234567", "…TU CHOI", 1, 2))).isEqualTo(InboundKind.REPLY);
    }

    @Test
    void wordsAreConfigured() {
        var own = new KeywordRouter(BoundSettings.of("refusal-words", "KHONG NHAN", "acknowledgement-words", "RO"));

        assertThat(own.kind(message("84961234567", "không nhận nữa", 1, 1))).isEqualTo(InboundKind.REFUSAL);
        assertThat(own.kind(message("84961234567", "Rõ!", 1, 1))).isEqualTo(InboundKind.ACKNOWLEDGEMENT);
        assertThat(own.kind(message("84961234567", "STOP", 1, 1))).isEqualTo(InboundKind.REPLY);
    }

    private InboundKind kind(String text) {
        return router.kind(message("84961234567", text, 1, 1));
    }

    private static InboundMessage message(String source, String text, int segments, int total) {
        return new InboundMessage(
                1,
                "viettel",
                Instant.EPOCH,
                source,
                "8188",
                text,
                segments,
                total,
                InboundKind.REPLY,
                InboundAction.FOR_A_PERSON,
                null);
    }
}
