package vn.canhbao.console.web;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.gateway.link.ReceiptIdFormat;
import vn.canhbao.gateway.receipt.ReceiptIdFormats;

/** The button that accepts how a link's receipts write ids. */
@Controller
class LinkReceiptPages {

    private final ReceiptIdFormats formats;

    LinkReceiptPages(ReceiptIdFormats formats) {
        this.formats = formats;
    }

    @PostMapping("/links/{name}/receipt-id-format")
    String accept(@PathVariable String name, @RequestParam ReceiptIdFormat value, Principal admin) {
        formats.accept(name, value, admin.getName());
        return "redirect:/links";
    }
}
