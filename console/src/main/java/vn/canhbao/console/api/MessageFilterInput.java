package vn.canhbao.console.api;

import vn.canhbao.core.fault.Fault;
import vn.canhbao.core.history.MessageFilter;
import vn.canhbao.core.message.MessageStatus;

/** Which messages of a campaign are meant, as an address says it; what is left out or empty narrows nothing. */
public record MessageFilterInput(MessageStatus status, String operator, String fault, Long unit, Long wave) {

    public MessageFilter filter() {
        return new MessageFilter(
                wave,
                status,
                operator == null || operator.isBlank() ? null : operator,
                Fault.of(fault).orElse(null),
                unit);
    }
}
