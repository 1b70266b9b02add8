package vn.canhbao.gateway.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.canhbao.core.receipt.ReceiptState;
import vn.canhbao.gateway.link.ReceiptIdFormat;

class ReceiptParserTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String RECEIPT =
            "id:4711 sub:001 dlvrd:001 submit date:2611240830 done date:2611240831 stat:DELIVRD err:000 text:Canh bao";

    @TestFactory
    List<DynamicTest> receiptsSeenInTheFieldAreUnderstood() throws Exception {
        try (Stream<Path> files = Files.list(
                Path.of(ReceiptParserTest.class.getResource("/receipts").toURI()))) {
            List<DynamicTest> tests = files.sorted()
                    .map(file -> {
                        ReceiptFixture fixture = ReceiptFixture.read(file);
                        return DynamicTest.dynamicTest(
                                fixture.quirk(),
                                file.toUri(),
                                () -> assertThat(fixture.parsed()).isEqualTo(fixture.expected()));
                    })
                    .toList();
            assertThat(tests).hasSizeGreaterThanOrEqualTo(100);
            return tests;
        }
    }

    @Test
    void datesAreReadInTheZoneOfTheOperator() {
        byte[] text = RECEIPT.getBytes(StandardCharsets.US_ASCII);

        assertThat(ReceiptParser.parse(
                                4,
                                0,
                                text,
                                new byte[0],
                                new ReceiptDialect(ReceiptIdFormat.AS_IS, ZoneId.of("UTC"), Map.of()))
                        .doneAt())
                .isEqualTo("2026-11-24T08:31:00Z");
    }

    @Test
    void columnsAreNeverTooNarrow() {
        String text = "id:" + "9".repeat(200) + " stat:" + "X".repeat(50) + " err:" + "7".repeat(50);

        ParsedReceipt parsed = parse(4, 0, text.getBytes(StandardCharsets.US_ASCII), new byte[0]);

        assertThat(parsed.smscMessageId()).hasSize(64);
        assertThat(parsed.error()).hasSize(20);
        assertThat(parsed.state()).isEqualTo(ReceiptState.UNRECOGNISED);
    }

    @Test
    void randomOctetsNeverThrow() {
        var random = new Random(20_261_124);
        for (int i = 0; i < 100_000; i++) {
            byte[] text = i % 2 == 0 ? randomOctets(random, 160) : damaged(random);
            byte[] tlvs = i % 3 == 0 ? randomOctets(random, 40) : damagedTlvs(random);

            ParsedReceipt parsed = parse(random.nextInt(256), random.nextInt(3) * 4, text, tlvs);

            assertThat(parsed.state()).isNotNull();
            if (parsed.idKey() != null && parsed.idKey().length() > 70) {
                throw new AssertionError("key too long: " + parsed.idKey());
            }
        }
    }

    private static ParsedReceipt parse(int esmClass, int dataCoding, byte[] text, byte[] tlvs) {
        var format = ReceiptIdFormat.values()[text.length % ReceiptIdFormat.values().length];
        return ReceiptParser.parse(esmClass, dataCoding, text, tlvs, new ReceiptDialect(format, ZONE, Map.of()));
    }

    private static byte[] randomOctets(Random random, int most) {
        byte[] octets = new byte[random.nextInt(most)];
        random.nextBytes(octets);
        return octets;
    }

    /** A receipt with a few octets changed and its end cut off: closer to what a parser trips over. */
    private static byte[] damaged(Random random) {
        byte[] octets =
                RECEIPT.substring(0, random.nextInt(RECEIPT.length() + 1)).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 4 && octets.length > 0; i++) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
        }
        return octets;
    }

    private static byte[] damagedTlvs(Random random) {
        byte[] octets = {0, 0x1E, 0, 3, '4', '7', 0, 4, 0x27, 0, 1, 2, 4, 0x23, 0, 3, 3, 0, 9};
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
        return octets;
    }
}
