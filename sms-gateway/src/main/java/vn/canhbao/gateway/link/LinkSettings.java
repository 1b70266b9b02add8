package vn.canhbao.gateway.link;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.canhbao.core.receipt.ReceiptState;
import vn.canhbao.core.text.SmsEncoding;
import vn.canhbao.core.text.SmsText;

/**
 * An account at an operator's SMSC: {@code canhbao.links.<name>.*}.
 *
 * @param host the SMSC
 * @param port its port
 * @param tls whether and how the connection is encrypted
 * @param systemId our account
 * @param password at most 8 characters by SMPP 3.4
 * @param systemType as the operator says; mostly empty
 * @param bindType what one bind is: a transceiver, or a transmitter and a receiver
 * @param binds how many binds at once
 * @param window most messages in flight over all binds: the contract's value, 10 until it says more
 * @param submitsPerSecond most submit_sm a second over all binds, in segments; 0: no limit of ours
 * @param senderTon type of number of the sender id: 5 (alphanumeric)
 * @param senderNpi numbering plan of the sender id: 0
 * @param destTon type of number of the destination: 1 (international)
 * @param destNpi numbering plan of the destination: 1 (E.164)
 * @param destFormat how the destination is written
 * @param longMessage how a message of several segments travels
 * @param encoding what the octets of a text in the GSM 7-bit alphabet are
 * @param unicode whether the link takes UCS-2; {@code false}: a text that needs it fails with the reason, never with "?"
 * @param receipts for which segments a receipt is asked
 * @param receiptIdFormat how message ids in receipts differ from those in submit_sm_resp
 * @param receiptZone of the dates in receipts
 * @param receiptWords what words of {@code stat:} mean here, where the usual table doesn't know them or the operator means
 *     something else; in upper case
 * @param validityMode how validity_period is written
 * @param enquireLinkInterval silence after which enquire_link is sent
 * @param responseTimeout how long an answer is waited for; shorter than the SMSC's longest answer makes doubles
 * @param commandStatus what is done for a command_status, where the usual table doesn't fit
 * @param wrongNetwork codes, of submit_sm_resp ({@code 0x0B}) or in receipts, by which the SMSC says that the number is in
 *     another network
 * @param exercise whether it leads to a simulator, and carries exercises: they never reach any other link
 */
public record LinkSettings(
        String host,
        int port,
        @DefaultValue TlsSettings tls,
        String systemId,
        @DefaultValue("") String password,
        @DefaultValue("") String systemType,
        @DefaultValue("TRANSCEIVER") BindType bindType,
        @DefaultValue("1") int binds,
        @DefaultValue("10") int window,
        @DefaultValue("0") int submitsPerSecond,
        @DefaultValue("5") int senderTon,
        @DefaultValue("0") int senderNpi,
        @DefaultValue("1") int destTon,
        @DefaultValue("1") int destNpi,
        @DefaultValue("COUNTRY_CODE") DestinationFormat destFormat,
        @DefaultValue("UDH_8") LongMessage longMessage,
        @DefaultValue("GSM_UNPACKED") GsmTextEncoding encoding,
        @DefaultValue("true") boolean unicode,
        @DefaultValue("EVERY_SEGMENT") ReceiptRequest receipts,
        @DefaultValue("AS_IS") ReceiptIdFormat receiptIdFormat,
        @DefaultValue("Asia/Ho_Chi_Minh") ZoneId receiptZone,
        @DefaultValue Map<String, ReceiptState> receiptWords,
        @DefaultValue("RELATIVE") ValidityMode validityMode,
        @DefaultValue("30s") Duration enquireLinkInterval,
        @DefaultValue("30s") Duration responseTimeout,
        Map<String, String> commandStatus,
        Set<String> wrongNetwork,
        @DefaultValue("false") boolean exercise) {

    public LinkSettings {
        commandStatus = commandStatus == null ? Map.of() : Map.copyOf(commandStatus);
        wrongNetwork = wrongNetwork == null ? Set.of() : Set.copyOf(wrongNetwork);
        CommandStatusTable.with(commandStatus);
        require(
                wrongNetwork.stream().allMatch(code -> !code.startsWith("0x") || code.matches("0x[0-9A-Fa-f]{1,8}")),
                "wrong-network",
                "command_status as 0x0B, or error codes of receipts as they come");
        require(host != null && !host.isBlank(), "host", "the SMSC's name or address");
        require(port > 0 && port < 65_536, "port", "1 to 65535");
        require(systemId != null && !systemId.isBlank(), "system-id", "the account at the operator");
        require(binds > 0, "binds", "1 or more");
        require(window >= binds, "window", "1 or more for each of the binds");
        require(unicode || encoding != GsmTextEncoding.UCS_2, "unicode", "true, as encoding is UCS_2");
        require(
                submitsPerSecond == 0 || submitsPerSecond >= binds,
                "submits-per-second",
                "0 (no limit), or 1 or more for each of the binds");
        receiptWords = receiptWords.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        word -> word.getKey().toUpperCase(Locale.ROOT), Map.Entry::getValue));
    }

    private static void require(boolean holds, String key, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("canhbao.links.*." + key + ": " + expected);
        }
    }

    /** The text as the link's segments. */
    public SmsText cut(String text) {
        SmsText whole = SmsText.of(text);
        return longMessage.cut(whole, encoding.writes(whole.text()) ? SmsEncoding.GSM_7 : SmsEncoding.UCS_2);
    }

    /** For each segment of the text, whether a receipt is asked for. */
    public List<Boolean> receiptsWanted(String text) {
        int total = cut(text).segments().size();
        return IntStream.rangeClosed(1, total)
                .mapToObj(number -> receipts.wanted(number, total))
                .toList();
    }

    /** What each command_status means for this link. */
    public CommandStatusTable commandStatusTable() {
        return CommandStatusTable.with(commandStatus);
    }

    /** Whether the command_status says that the number is in another network. */
    public boolean saysWrongNetwork(int status) {
        return wrongNetwork.stream().anyMatch(code -> code.startsWith("0x") && Integer.decode(code) == status);
    }

    /** Whether the error in a receipt says so: {@code 021} is {@code 21}. */
    public boolean saysWrongNetwork(String receiptError) {
        return receiptError != null
                && wrongNetwork.stream()
                        .anyMatch(
                                code -> !code.startsWith("0x") && trimmed(code).equals(trimmed(receiptError)));
    }

    private static String trimmed(String code) {
        return code.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    }

    public String address() {
        return host + ":" + port;
    }
}
