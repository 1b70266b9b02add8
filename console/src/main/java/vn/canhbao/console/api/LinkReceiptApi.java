package vn.canhbao.console.api;

import java.security.Principal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.gateway.link.ReceiptIdFormat;
import vn.canhbao.gateway.receipt.ReceiptIdFormats;

/** How a link's receipts are read. */
@RestController
class LinkReceiptApi {

    private final ReceiptIdFormats formats;

    LinkReceiptApi(ReceiptIdFormats formats) {
        this.formats = formats;
    }

    /** The format in force from now on; it wins over the configuration, and the configured one lifts it. */
    @PostMapping("/api/v1/links/{name}/receipt-id-format")
    Accepted accept(@PathVariable String name, @RequestBody Format format, Principal admin) {
        if (format.value() == null) {
            throw InvalidInput.of("value", "bắt buộc (required)");
        }
        formats.accept(name, format.value(), admin.getName());
        return new Accepted(name, format.value());
    }

    /** How receipts write ids. */
    record Format(ReceiptIdFormat value) {}

    /** What is in force. */
    record Accepted(String name, ReceiptIdFormat receiptIdFormat) {}
}
