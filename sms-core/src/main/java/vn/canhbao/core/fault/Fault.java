package vn.canhbao.core.fault;

import java.util.Optional;
import java.util.Set;
import vn.canhbao.core.message.MessageStatus;

/**
 * Why a message did not arrive: how it ended, the command_status that refused a segment of it, or the receipt that said so.
 *
 * @param status FAILED or EXPIRED
 * @param commandStatus of submit_sm_resp, never 0; {@code null} where no segment was refused
 * @param receiptState a word of {@link vn.canhbao.core.receipt.ReceiptState}, or {@code null}; only without a commandStatus
 * @param receiptError the operator's code in that receipt, or {@code null}
 */
public record Fault(MessageStatus status, Integer commandStatus, String receiptState, String receiptError) {

    /** ESME_RINVDSTADR, ESME_RX_P_APPN, ESME_RX_R_APPN, ESME_RDELIVERYFAILURE: SMPP 3.4 §5.1.3. */
    private static final Set<Integer> REFUSED_FOR_GOOD = Set.of(0x0B, 0x65, 0x66, 0xFE);

    /**
     * Unknown, unidentified or illegal subscriber, no such service, illegal equipment, barred: 3GPP TS 29.002 §17.6.6, which
     * most operators pass on in err. An operator may have a table of its own.
     */
    private static final Set<Integer> GONE_FOR_GOOD = Set.of(1, 5, 9, 11, 12, 13);

    private static final String NONE = "";

    public Fault {
        receiptState = commandStatus != null ? null : receiptState;
        receiptError = receiptState == null ? null : receiptError;
    }

    /** Whether the same message to the same number would end the same way. */
    public boolean isPermanent() {
        return commandStatus != null
                ? REFUSED_FOR_GOOD.contains(commandStatus)
                : networkError().filter(GONE_FOR_GOOD::contains).isPresent();
    }

    /** The operator's code as a number; empty without one, or where it isn't one. */
    public Optional<Integer> networkError() {
        return receiptError != null && receiptError.matches("\\d{1,6}")
                ? Optional.of(Integer.valueOf(receiptError))
                : Optional.empty();
    }

    /** As addresses and forms carry it: {@code FAILED~11~~}. */
    public String code() {
        return String.join(
                "~",
                status.name(),
                commandStatus == null ? NONE : commandStatus.toString(),
                receiptState == null ? NONE : receiptState,
                receiptError == null ? NONE : receiptError);
    }

    /** Reads {@link #code()}; empty where it is none. */
    public static Optional<Fault> of(String code) {
        String[] parts = code == null ? new String[0] : code.split("~", 4);
        if (parts.length != 4 || !parts[0].matches("FAILED|EXPIRED") || !parts[1].matches("\\d{0,9}")) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                MessageStatus.valueOf(parts[0]),
                parts[1].isEmpty() ? null : Integer.valueOf(parts[1]),
                parts[2].isEmpty() ? null : parts[2],
                parts[3].isEmpty() ? null : parts[3]));
    }
}
