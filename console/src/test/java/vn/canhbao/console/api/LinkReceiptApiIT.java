package vn.canhbao.console.api;

import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.gateway.link.ReceiptIdFormat;
import vn.canhbao.gateway.receipt.IdFormatProposal;
import vn.canhbao.gateway.receipt.ReceiptIdFormats;

class LinkReceiptApiIT extends RunningConsole {

    private static final String WINTEL = "$[?(@.name=='wintel')].";

    @Autowired
    private ReceiptIdFormats formats;

    @Test
    void aProposalIsShownAndAccepted() {
        formats.propose("wintel", new IdFormatProposal(ReceiptIdFormat.HEX_IN_RECEIPT, 12, 12));
        await().untilAsserted(() -> links().jsonPath(WINTEL + "proposal.key")
                .isEqualTo("receipt-id-format")
                .jsonPath(WINTEL + "proposal.value")
                .isEqualTo("HEX_IN_RECEIPT")
                .jsonPath(WINTEL + "proposal.evidence")
                .isEqualTo("12 of 12 receipts"));

        accept("wintel", "{\"value\":\"HEX_IN_RECEIPT\"}").expectStatus().isOk();
        links().jsonPath(WINTEL + "receiptIdFormat").isEqualTo("HEX_IN_RECEIPT");

        accept("wintel", "{\"value\":\"AS_IS\"}").expectStatus().isOk();
        links().jsonPath(WINTEL + "receiptIdFormat").isEqualTo("AS_IS");
    }

    @Test
    void noLinkAndNoValueAreSaid() {
        accept("khong-co", "{\"value\":\"AS_IS\"}").expectStatus().isNotFound();
        accept("wintel", "{}").expectStatus().isBadRequest();
        accept("wintel", "{\"value\":\"OCTAL\"}").expectStatus().isBadRequest();
    }

    private RestTestClient.BodyContentSpec links() {
        return as("quantri").get().uri("/api/v1/links").exchange().expectBody();
    }

    private RestTestClient.ResponseSpec accept(String link, String json) {
        return as("quantri")
                .post()
                .uri("/api/v1/links/{name}/receipt-id-format", link)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }
}
