package vn.canhbao.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.canhbao.core.inbound.InboundSegment;
import vn.canhbao.core.inbound.InboundText;
import vn.canhbao.core.text.GsmAlphabet;
import vn.canhbao.gateway.link.GsmTextEncoding;
import vn.canhbao.gateway.smpp.DeliverSm;

class SegmentReaderTest {

    static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvSource({
        // 8-bit and 16-bit references; the second stands behind another element (application ports).
        "050003070302, 7, 3, 2",
        "06080412340301, 4660, 3, 1",
        "0b0504158a00000003070302, 7, 3, 2"
    })
    void udhTellsWhichSegmentItIs(String udh, int reference, int total, int number) {
        InboundSegment segment = read(0x40, 0, udh + HEX.formatHex(GsmAlphabet.encode("Xin chao")), "");

        assertThat(segment.reference()).isEqualTo(reference);
        assertThat(segment.total()).isEqualTo(total);
        assertThat(segment.number()).isEqualTo(number);
        assertThat(segment.octets()).isEqualTo(GsmAlphabet.encode("Xin chao"));
    }

    @Test
    void sarTlvsTellWhichSegmentItIs() {
        InboundSegment segment = read(0, 0, "4f4b", "020c00020107" + "020e000102" + "020f000101");

        assertThat(List.of(segment.reference(), segment.total(), segment.number()))
                .containsExactly(263, 2, 1);
    }

    @ParameterizedTest
    @CsvSource({
        // No segment 0 or 4 of 3, one of one, an element that is cut off, a UDH longer than the PDU.
        "0500030703004f4b",
        "0500030703044f4b",
        "0500030701014f4b",
        "03000307",
        "ff00030703014f4b"
    })
    void whatMakesNoSenseIsAMessageOfItsOwn(String octets) {
        assertThat(read(0x40, 0, octets, "").isWhole()).isTrue();
    }

    @Test
    void everyAlphabetIsReadAsNfc() {
        byte[] accented = "Từ chối 👍".getBytes(StandardCharsets.UTF_16BE);
        byte[] decomposed = java.text.Normalizer.normalize("Từ chối", java.text.Normalizer.Form.NFD)
                .getBytes(StandardCharsets.UTF_16BE);

        assertThat(text(8, HEX.formatHex(accented), GsmTextEncoding.GSM_UNPACKED))
                .isEqualTo("Từ chối 👍");
        assertThat(text(8, HEX.formatHex(decomposed), GsmTextEncoding.GSM_UNPACKED))
                .isEqualTo("Từ chối");
        assertThat(text(0x18, HEX.formatHex(accented), GsmTextEncoding.GSM_UNPACKED))
                .isEqualTo("Từ chối 👍");
        assertThat(text(0, HEX.formatHex(GsmAlphabet.encode("à[€]@ @")), GsmTextEncoding.GSM_UNPACKED))
                .isEqualTo("à[€]@ @");
        assertThat(text(0xF1, "4f4b00", GsmTextEncoding.LATIN_1)).isEqualTo("OK@");
        assertThat(text(0, "4f4be000", GsmTextEncoding.LATIN_1)).isEqualTo("OKà");
        assertThat(text(1, "4f4b", GsmTextEncoding.GSM_UNPACKED)).isEqualTo("OK");
        assertThat(text(3, "4f4be0", GsmTextEncoding.GSM_UNPACKED)).isEqualTo("OKà");
    }

    @Test
    void packedTextIsUnpackedAfterItsUdhToo() {
        for (int length = 1; length <= 20; length++) {
            String sent = "TU CHOI NHAN TIN [1]".substring(0, length);
            byte[] septets = GsmAlphabet.encode(sent);

            assertThat(text(0, HEX.formatHex(GsmAlphabet.pack(septets, 0)), GsmTextEncoding.GSM_PACKED))
                    .isEqualTo(sent);
            byte[] afterUdh = GsmAlphabet.pack(septets, 6);
            assertThat(read(0x40, 0, "050003070201" + HEX.formatHex(afterUdh), "", GsmTextEncoding.GSM_PACKED)
                            .octets())
                    .isEqualTo(septets);
        }
    }

    @Test
    void textMayBeInTheMessagePayload() {
        assertThat(InboundText.of(List.of(read(0, 0, "", "042400024f4b")))).isEqualTo("OK");
    }

    @Test
    void theSubscribersNumberIsKeptInOurForm() {
        assertThat(read(0, 0, "4f4b", "").sourceAddr()).isEqualTo("84961234567");
    }

    @Test
    void nothingThatComesIsTooStrangeToBeRead() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] octets = new byte[random.nextInt(40)];
            byte[] tlvs = new byte[random.nextInt(40)];
            random.nextBytes(octets);
            random.nextBytes(tlvs);
            InboundSegment segment = SegmentReader.read(
                    new DeliverSm(
                            "viettel",
                            Instant.EPOCH,
                            "x",
                            null,
                            random.nextInt(256),
                            random.nextInt(256),
                            octets,
                            tlvs),
                    GsmTextEncoding.values()[random.nextInt(5)]);

            assertThat(InboundText.of(List.of(segment))).isNotNull();
            assertThat(segment.number()).isBetween(1, segment.total());
        }
    }

    private static String text(int dataCoding, String octets, GsmTextEncoding encoding) {
        InboundSegment segment = read(0, dataCoding, octets, "", encoding);
        return InboundText.of(List.of(segment));
    }

    private static InboundSegment read(int esmClass, int dataCoding, String octets, String tlvs) {
        return read(esmClass, dataCoding, octets, tlvs, GsmTextEncoding.GSM_UNPACKED);
    }

    private static InboundSegment read(
            int esmClass, int dataCoding, String octets, String tlvs, GsmTextEncoding encoding) {
        return SegmentReader.read(
                new DeliverSm(
                        "viettel",
                        Instant.EPOCH,
                        "0961234567",
                        "8188",
                        esmClass,
                        dataCoding,
                        HEX.parseHex(octets),
                        HEX.parseHex(tlvs)),
                encoding);
    }
}
