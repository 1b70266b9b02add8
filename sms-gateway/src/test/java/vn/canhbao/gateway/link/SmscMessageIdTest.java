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
        "AS_IS, 4711, 0000004711",
        "AS_IS, BADF00D, 0badf00d",
        "AS_IS, 1101C1-C9D03D-F000, 1101c1-c9d03d-f000",
        "AS_IS, 12345678901234567890123, 012345678901234567890123",
        "AS_IS, ' 4711 ', 4711",
        "AS_IS, abcdefghijklmnopqrstuvwxyz, ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "AS_IS, 0BC6C5E23ED7464AB5BCD63A6ACC7C4A, bc6c5e23ed7464ab5bcd63a6acc7c4a",
        "AS_IS, 7B1C3AF2-76F2-4CB6-9A5F-B3E1A2E3F4D5, 7b1c3af2-76f2-4cb6-9a5f-b3e1a2e3f4d5",
        "HEX_IN_RECEIPT, 12345678901234567890, AB54A98CEB1F0AD2",
        "HEX_IN_RECEIPT, 0010, 0A",
        "HEX_IN_RECEIPT, 10, 0000000a",
        "HEX_IN_RECEIPT, 0000004711, 1267",
        "DECIMAL_IN_RECEIPT, 0000000A, 10",
        "DECIMAL_IN_RECEIPT, A, 0000000010",
        "DECIMAL_IN_RECEIPT, FFFFFFFFFFFFFFFFFFFF, 1208925819614629174706175",
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
