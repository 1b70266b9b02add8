package vn.canhbao.console.web.campaign;

import vn.canhbao.core.fault.Fault;
import vn.canhbao.core.fault.FaultCount;

/**
 * A reason as pages show it.
 *
 * @param key of its meaning in the message files; what to do is under {@code key.do}
 * @param name how operators know it: {@code 0x0B}, {@code UNDELIVERABLE 001}; empty where it is ours
 * @param people how many were not reached for it
 */
public record FaultView(String code, String key, String name, boolean permanent, long people) {

    static FaultView of(FaultCount count) {
        Fault fault = count.fault();
        return new FaultView(fault.code(), FaultWords.of(fault), name(fault), fault.isPermanent(), count.people());
    }

    private static String name(Fault fault) {
        if (fault.commandStatus() != null) {
            return "command_status 0x%02X".formatted(fault.commandStatus());
        }
        if (fault.receiptState() != null) {
            return fault.receiptState() + (fault.receiptError() == null ? "" : " err:" + fault.receiptError());
        }
        return "";
    }
}
