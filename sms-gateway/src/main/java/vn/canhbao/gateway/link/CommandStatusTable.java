package vn.canhbao.gateway.link;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What each command_status of a submit_sm_resp means for a link: what SMPP 3.4 §5.1.3 and practice say, unless
 * {@code canhbao.links.<name>.command-status.<0x..>} says otherwise. A code that is in no table fails the recipient.
 */
public final class CommandStatusTable {

    private static final int RINVBNDSTS = 0x04;
    private static final RefusalAction FAIL = new RefusalAction.FailRecipient();
    private static final RefusalAction STOP_WAVE = new RefusalAction.StopWave();
    private static final RefusalAction STOP_LINK = new RefusalAction.StopLink();
    private static final RefusalAction REBIND = new RefusalAction.Rebind();
    private static final RefusalAction SYSTEM_ERROR = retry(2, 30, 30);
    private static final Map<Integer, RefusalAction> USUAL = usual();

    private final Map<Integer, RefusalAction> ofLink;

    private CommandStatusTable(Map<Integer, RefusalAction> ofLink) {
        this.ofLink = ofLink;
    }

    /**
     * The usual table with a link's own rows.
     *
     * @param rows action by code, as they are written in the configuration
     * @throws IllegalArgumentException that names the key and says what may be written
     */
    public static CommandStatusTable with(Map<String, String> rows) {
        Map<Integer, RefusalAction> ofLink = new TreeMap<>();
        rows.forEach((code, action) -> {
            try {
                ofLink.put(status(code), RefusalAction.of(action));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        "canhbao.links.*.command-status." + code + ": " + wrong.getMessage());
            }
        });
        return new CommandStatusTable(ofLink);
    }

    private static int status(String code) {
        int status;
        try {
            status = Integer.decode(code);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("'" + code + "' is no command_status: write it as 0x14");
        }
        if (status <= 0 || status == RINVBNDSTS) {
            throw new IllegalArgumentException("0x00 is no refusal, and 0x04 always binds anew: leave this key out");
        }
        return status;
    }

    public RefusalAction of(int commandStatus) {
        return ofLink.getOrDefault(commandStatus, USUAL.getOrDefault(commandStatus, FAIL));
    }

    private static RefusalAction.RetryHere retry(int tries, int firstSeconds, int longestSeconds) {
        return new RefusalAction.RetryHere(tries, Duration.ofSeconds(firstSeconds), Duration.ofSeconds(longestSeconds));
    }

    private static Map<Integer, RefusalAction> usual() {
        Map<Integer, RefusalAction> table = new TreeMap<>();
        put(table, STOP_WAVE, 0x01, 0x0A, 0x62);
        // TON and NPI of source and destination.
        IntStream.rangeClosed(0x48, 0x51).forEach(status -> table.put(status, STOP_WAVE));
        put(table, STOP_LINK, 0x02, 0x03, 0x06, 0x07, 0x0C, 0x0D, 0x0E, 0x0F, 0x15, 0x33, 0x40, 0x43, 0x53, 0x61);
        // Optional parameters: this long-message mode is not taken.
        IntStream.rangeClosed(0xC0, 0xC4).forEach(status -> table.put(status, STOP_LINK));
        // SMPP 5.0 §4.7.6; 0x102 is "service unavailable".
        IntStream.rangeClosed(0x100, 0x112).forEach(status -> table.put(status, STOP_LINK));
        put(table, REBIND, RINVBNDSTS, 0x05);
        put(table, SYSTEM_ERROR, 0x08, 0x64, 0x102);
        put(table, retry(5, 30, 180), 0x14);
        put(table, retry(2, 60, 60), 0x45);
        put(table, retry(1, 60, 60), 0xFF);
        put(table, new RefusalAction.PauseLink(), 0x58);
        put(table, FAIL, 0x0B, 0x65, 0x66, 0xFE);
        return table;
    }

    private static void put(Map<Integer, RefusalAction> table, RefusalAction action, int... statuses) {
        for (int status : statuses) {
            table.put(status, action);
        }
    }
}
