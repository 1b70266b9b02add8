package vn.canhbao.console.web.campaign;

import java.util.Set;
import vn.canhbao.core.fault.Fault;

/**
 * The keys under which the message files say what an SMSC's answer or a receipt means and what to do: {@code cs.0B} and
 * {@code cs.0B.do} for a command_status (SMPP 3.4 §5.1.3), {@code net.1} for a network error (3GPP TS 29.002 §17.6.6),
 * {@code told.REJECTED} for a receipt's word.
 */
final class FaultWords {

    private static final Set<Integer> STATUSES = Set.of(
            0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x0A, 0x0B, 0x14, 0x15, 0x43, 0x45, 0x48, 0x49, 0x50, 0x51,
            0x58, 0x61, 0x62, 0x64, 0x65, 0x66, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xFE, 0xFF);

    private static final Set<Integer> ERRORS = Set.of(1, 5, 6, 9, 11, 12, 13, 21, 27, 31, 32, 33, 34);

    private FaultWords() {}

    /** Of a refusal; any code. */
    static String ofStatus(int commandStatus) {
        return STATUSES.contains(commandStatus) ? "cs.%02X".formatted(commandStatus) : "cs.other";
    }

    /** Of an operator's code in a receipt. */
    static String ofError(Fault fault) {
        return fault.networkError()
                .filter(ERRORS::contains)
                .map(code -> "net." + code)
                .orElse("told." + fault.receiptState());
    }

    static String of(Fault fault) {
        if (fault.commandStatus() != null) {
            return ofStatus(fault.commandStatus());
        }
        if (fault.receiptState() != null) {
            return ofError(fault);
        }
        return "fault." + fault.status();
    }
}
