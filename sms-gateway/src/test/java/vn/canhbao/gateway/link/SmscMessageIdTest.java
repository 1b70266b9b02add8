package vn.canhbao.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmscMessageIdTest {

    @ParameterizedTest
    @CsvSource({
        "AS_IS, 0000004711, 4711",
        "AS_IS, 00A1B2C3, a1b2c3",
        "AS_IS, 0, 0000",
        "AS_IS, 7B1C3AF2-76F2-4CB6-9A5F-B3E1A2E3F4D5, 7b1c3af2-76f2-4cb6-9a5f-b3e1a2e3f4d5",
        "HEX_IN_RECEIPT, 12345678901234567890, AB54A98CEB1F0AD2",
        "HEX_IN_RECEIPT, 0010, 0A",
        "DECIMAL_IN_RECEIPT, 00ab54a98ceb1f0ad2, 12345678901234567890",
        "DECIMAL_IN_RECEIPT, F, 15",
        "HEX_IN_RECEIPT, not-a-number, NOT-A-NUMBER",
    })
    void idOfTheResponseAndIdOfTheReceiptMeet(ReceiptIdFormat format, String inResponse, String inReceipt) {
        assertThat(SmscMessageId.ofReceipt(inReceipt, format)).isEqualTo(SmscMessageId.ofResponse(inResponse, format));
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", ","})
    void noIdHasNoKey(String raw) {
        assertThat(SmscMessageId.ofResponse(raw, ReceiptIdFormat.AS_IS)).isNull();
        assertThat(SmscMessageId.ofReceipt(raw, ReceiptIdFormat.HEX_IN_RECEIPT)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "AS_IS, 1234567890123456789, 1234567890123456788",
        "AS_IS, 00000000-76f2-4cb6-9a5f-b3e1a2e3f4d5, 76f2-4cb6-9a5f-b3e1a2e3f4d5",
        "HEX_IN_RECEIPT, 10, 10",
    })
    void otherIdsStayApart(ReceiptIdFormat format, String inResponse, String inReceipt) {
        assertThat(SmscMessageId.ofReceipt(inReceipt, format))
                .isNotEqualTo(SmscMessageId.ofResponse(inResponse, format));
    }
}
