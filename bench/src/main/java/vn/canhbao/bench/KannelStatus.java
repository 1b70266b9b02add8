package vn.canhbao.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What bearerbox says of itself in its status.xml.
 *
 * @param smsboxes that are connected
 * @param online binds that are up
 * @param submitted messages that an SMSC took
 * @param receipts delivery receipts that came
 * @param stored in the spool: messages not submitted yet and receipts that smsbox has not taken yet
 * @param openReceipts messages whose receipt has not come
 */
record KannelStatus(int smsboxes, int online, long submitted, long receipts, long stored, long openReceipts) {

    private static final Pattern SMSBOX = Pattern.compile("<type>smsbox</type>");
    private static final Pattern ONLINE = Pattern.compile("<status>online");
    private static final Pattern SUBMITTED = Pattern.compile("<sms>.*?<sent><total>(\\d+)", Pattern.DOTALL);
    private static final Pattern RECEIPTS = Pattern.compile("<dlr>\\s*<received><total>(\\d+)</total></received>");
    private static final Pattern STORED = Pattern.compile("<storesize>(\\d+)");
    private static final Pattern OPEN = Pattern.compile("<queued>(\\d+)</queued>\\s*<storage>");

    static KannelStatus parse(String xml) {
        return new KannelStatus(
                (int) SMSBOX.matcher(xml).results().count(),
                (int) ONLINE.matcher(xml).results().count(),
                number(SUBMITTED, xml),
                number(RECEIPTS, xml),
                number(STORED, xml),
                number(OPEN, xml));
    }

    private static long number(Pattern pattern, String xml) {
        Matcher found = pattern.matcher(xml);
        if (!found.find()) {
            throw new IllegalArgumentException("no " + pattern + " in Kannel's status");
        }
        return Long.parseLong(found.group(1));
    }
}
