package vn.canhbao.gateway.smpp.simulator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The text of an operator's receipts, from the template of its manners. */
final class ReceiptText {

    private static final Pattern FIELD = Pattern.compile("\\{(id|dlvrd|submit|done|stat|err)}");
    // Digits, so that it looks like an id of ours in every format but is none.
    private static final String WRONG_ID = "990000000000";

    private final List<String> parts = new ArrayList<>();
    private final DateTimeFormatter dates;
    private final Charset charset;
    private final boolean wrong;

    ReceiptText(ReceiptManners manners) {
        var field = FIELD.matcher(manners.text());
        int from = 0;
        while (field.find()) {
            parts.add(manners.text().substring(from, field.start()));
            parts.add(field.group(1));
            from = field.end();
        }
        parts.add(manners.text().substring(from));
        dates = DateTimeFormatter.ofPattern(manners.dates()).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
        charset = manners.dataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
        wrong = manners.content() == ReceiptManners.Content.TLVS_CONTRADICT_TEXT;
    }

    byte[] octets(String messageId, String word, Instant submittedAt, Instant doneAt) {
        boolean delivered = word.equalsIgnoreCase("DELIVRD");
        var text = new StringBuilder(128);
        for (int i = 0; i < parts.size(); i++) {
            // Literals and fields take turns.
            text.append(
                    i % 2 == 0
                            ? parts.get(i)
                            : switch (parts.get(i)) {
                                case "id" -> wrong ? WRONG_ID : messageId;
                                case "dlvrd" -> delivered ? "001" : "000";
                                case "submit" -> dates.format(submittedAt);
                                case "done" -> dates.format(doneAt);
                                case "stat" -> !wrong ? word : delivered ? "UNDELIV" : "DELIVRD";
                                default -> delivered ? "000" : "001";
                            });
        }
        return text.toString().getBytes(charset);
    }
}
