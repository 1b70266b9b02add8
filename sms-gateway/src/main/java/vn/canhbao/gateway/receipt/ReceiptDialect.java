package vn.canhbao.gateway.receipt;

import java.time.ZoneId;
import java.util.Map;
import vn.canhbao.core.receipt.ReceiptState;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.link.ReceiptIdFormat;

/**
 * How an operator writes its receipts.
 *
 * @param idFormat how the ids differ from those in submit_sm_resp
 * @param zone of dates without an offset
 * @param words what its own words of {@code stat:} mean, in upper case; they win over message_state and the usual table
 */
record ReceiptDialect(ReceiptIdFormat idFormat, ZoneId zone, Map<String, ReceiptState> words) {

    static ReceiptDialect of(LinkSettings settings, ReceiptIdFormat idFormat) {
        return new ReceiptDialect(idFormat, settings.receiptZone(), settings.receiptWords());
    }
}
