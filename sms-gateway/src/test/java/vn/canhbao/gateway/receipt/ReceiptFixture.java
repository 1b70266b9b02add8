package vn.canhbao.gateway.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.canhbao.core.receipt.ReceiptState;
import vn.canhbao.gateway.link.ReceiptIdFormat;

/**
 * A receipt as seen in the field and what it means. A file of lines: {@code #} names the quirk, {@code >} lines say what
 * is expected (what is missing is {@code null}), the others are the PDU: {@code esm_class} (hex), {@code data_coding},
 * {@code short_message} ({@code _ucs2}, {@code _ucs2le}, {@code _hex}), {@code tlv TAG VALUE} (hex), and of the link
 * {@code id_format}, {@code zone} and {@code word WORD STATE}.
 */
record ReceiptFixture(String quirk, ParsedReceipt parsed, ParsedReceipt expected) {

    static ReceiptFixture read(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ReceiptFixture of(List<String> lines) {
        Map<String, String> pdu = new HashMap<>(Map.of("id_format", "AS_IS", "zone", "Asia/Ho_Chi_Minh"));
        Map<String, String> expected = new HashMap<>();
        List<String> tlvs = new ArrayList<>();
        Map<String, ReceiptState> own = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", line.startsWith(">") ? 3 : 2);
            if (line.startsWith(">")) {
                expected.put(words[1], words[2]);
            } else if (words[0].equals("tlv")) {
                tlvs.add(words[1]);
            } else if (words[0].equals("word")) {
                String[] word = words[1].split(" ");
                own.put(word[0], ReceiptState.valueOf(word[1]));
            } else {
                pdu.put(words[0], words[1]);
            }
        }
        return new ReceiptFixture(lines.getFirst().substring(2), parsed(pdu, tlvs, own), expected(expected));
    }

    private static ParsedReceipt parsed(Map<String, String> pdu, List<String> tlvs, Map<String, ReceiptState> own) {
        return ReceiptParser.parse(
                Integer.parseInt(pdu.get("esm_class"), 16),
                Integer.parseInt(pdu.get("data_coding")),
                shortMessage(pdu),
                octets(tlvs),
                new ReceiptDialect(ReceiptIdFormat.valueOf(pdu.get("id_format")), ZoneId.of(pdu.get("zone")), own));
    }

    private static byte[] shortMessage(Map<String, String> pdu) {
        if (pdu.containsKey("short_message_ucs2")) {
            return pdu.get("short_message_ucs2").getBytes(StandardCharsets.UTF_16BE);
        }
        if (pdu.containsKey("short_message_ucs2le")) {
            return pdu.get("short_message_ucs2le").getBytes(StandardCharsets.UTF_16LE);
        }
        if (pdu.containsKey("short_message_hex")) {
            return HexFormat.of().parseHex(pdu.get("short_message_hex"));
        }
        return pdu.get("short_message").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] octets(List<String> tlvs) {
        var octets = new ByteArrayOutputStream();
        for (String tlv : tlvs) {
            byte[] value = HexFormat.of().parseHex(tlv.substring(5));
            octets.writeBytes(HexFormat.of().parseHex(tlv.substring(0, 4)));
            octets.write(value.length >> 8);
            octets.write(value.length);
            octets.writeBytes(value);
        }
        return octets.toByteArray();
    }

    private static ParsedReceipt expected(Map<String, String> values) {
        String done = values.get("done");
        Instant doneAt = done == null ? null : OffsetDateTime.parse(done).toInstant();
        return new ParsedReceipt(
                values.get("id"),
                values.get("key"),
                ReceiptState.valueOf(values.get("state")),
                values.get("error"),
                doneAt,
                values.get("raw"),
                Boolean.parseBoolean(values.get("receipt")));
    }
}
