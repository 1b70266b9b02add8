package vn.canhbao.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit;

/** What a text looks like on the wire, link by link. */
class EncodingIT {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // The specification's own example of packing has ten septets in nine octets.
        "GSM_UNPACKED, hellohello, 00, 68656c6c6f68656c6c6f",
        "GSM_PACKED,   hellohello, 00, e8329bfd4697d9ec37",
        "LATIN_1,      hellohello, 03, 68656c6c6f68656c6c6f",
        "ASCII,        hellohello, 01, 68656c6c6f68656c6c6f",
        "UCS_2,        hi,         08, 00680069",
        // @ $ _ [ é differ from alphabet to alphabet.
        "GSM_UNPACKED, @$_[é, 00, 0002111b3c05",
        "LATIN_1,      @$_[é, 03, 40245f5be9",
        "ASCII,        @$_[,  01, 40245f5b",
        // What the link's alphabet doesn't have goes as UCS-2, never as a question mark.
        "ASCII,        é,     08, 00e9",
        "LATIN_1,      €,     08, 20ac",
        "GSM_PACKED,   ư,     08, 01b0",
        "LATIN_1,      á,     08, 00e1",
        // Seven bits left over are a CR: zeros would be an @.
        "GSM_PACKED,   abcdefg, 00, 61f1985c369f1b"
    })
    void aTextIsWrittenAsTheLinkWantsIt(String encoding, String text, String dataCoding, String octets)
            throws Exception {
        try (var link = WiredLink.with("encoding", encoding)) {
            assertThat(link.send(text).status()).isEqualTo(MessageStatus.SUBMITTED);

            assertThat(link.seen).singleElement().satisfies(submit -> {
                assertThat(HexFormat.of().toHexDigits(submit.dataCoding())).isEqualTo(dataCoding);
                assertThat(HexFormat.of().formatHex(submit.octets())).isEqualTo(octets);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"UDH_8, 6, 1", "UDH_16, 7, 0"})
    void packedTextBeginsAtASeptetAfterItsUdh(String mode, int udh, int fillBits) throws Exception {
        try (var link = WiredLink.with("encoding", "GSM_PACKED", "long-message", mode)) {
            link.send("U".repeat(200));

            byte[] first = link.seen.getFirst().octets();
            assertThat(first).hasSize(140);
            assertThat(first[udh] & 0x7F << fillBits).isEqualTo(0x55 << fillBits);
            assertThat(first[udh] & (1 << fillBits) - 1).isZero();
        }
    }

    @Test
    void aLinkWithoutUnicodeRefusesTheMessageAndSaysWhichCharacters() throws Exception {
        try (var link = WiredLink.with("unicode", "false")) {
            MessageOutcome outcome = link.send("Cảnh báo");

            assertThat(outcome.status()).isEqualTo(MessageStatus.FAILED);
            assertThat(outcome.detail()).contains("Unicode", "ả á").hasSizeLessThanOrEqualTo(200);
            assertThat(link.seen).isEmpty();
            assertThat(link.send("Canh bao").status()).isEqualTo(MessageStatus.SUBMITTED);
        }
    }

    @Test
    void aLinkThatTakesOnlyUnicodeAndNoneIsRefusedAtTheStart() {
        assertThatThrownBy(() -> WiredLink.with("unicode", "false", "encoding", "UCS_2"))
                .hasStackTraceContaining("canhbao.links.*.unicode");
    }

    @Test
    void typeOfNumberAndNumberingPlanAreTheLinks() throws Exception {
        try (var link = WiredLink.with()) {
            link.send("a");
            assertThat(link.seen.getFirst().sourceAddress()).isEqualTo(new AcceptedSubmit.Address(5, 0));
            assertThat(link.seen.getFirst().destinationAddress()).isEqualTo(new AcceptedSubmit.Address(1, 1));
        }
        try (var link = WiredLink.with(
                "sender-ton", "0", "sender-npi", "1", "dest-ton", "2", "dest-npi", "8", "dest-format", "NATIONAL")) {
            link.send("a");
            assertThat(link.seen.getFirst().sourceAddress()).isEqualTo(new AcceptedSubmit.Address(0, 1));
            assertThat(link.seen.getFirst().destinationAddress()).isEqualTo(new AcceptedSubmit.Address(2, 8));
            assertThat(link.seen.getFirst().destination()).isEqualTo("0912345678");
        }
    }

    @ParameterizedTest
    @CsvSource({"RELATIVE, 0000000[12]\\d{4}000R", "ABSOLUTE, \\d{12}028\\+", "NONE, ''"})
    void validityIsWrittenAsTheLinkWantsIt(String mode, String onTheWire) throws Exception {
        try (var link = WiredLink.with("validity-mode", mode)) {
            link.send("a");

            String validity = link.seen.getFirst().validityPeriod();
            assertThat(validity == null ? "" : validity).matches(onTheWire);
        }
    }
}
