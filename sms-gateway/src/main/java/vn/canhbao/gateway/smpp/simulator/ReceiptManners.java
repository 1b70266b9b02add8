package vn.canhbao.gateway.smpp.simulator;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an operator writes and sends its receipts.
 *
 * @param text with {@code {id}}, {@code {dlvrd}} (001 or 000), {@code {submit}}, {@code {done}}, {@code {stat}},
 *     {@code {err}} (000 or 001)
 * @param dates pattern of the dates, Vietnamese time: {@code yyMMddHHmm}, {@code yyyyMMddHHmmss},
 *     {@code yyMMddHHmmss'028+'}
 * @param content what a receipt consists of
 * @param dataCoding of the text; 8: it is UCS-2
 * @param esmClass 4 marks a receipt (§5.2.12); 0: the mark is missing
 * @param pdu that carries it
 * @param interimBefore words of receipts that come just before the final one
 * @param interimAfter words of receipts that come just after it
 * @param pause between the receipts of one message
 * @param copies how often each receipt comes
 * @param bind on which of the account's binds, as long as there is a choice
 * @param account another account on whose binds they come
 */
public record ReceiptManners(
        @DefaultValue(STANDARD) String text,
        @DefaultValue("yyMMddHHmm") String dates,
        @DefaultValue("TEXT_AND_TLVS") Content content,
        @DefaultValue("0") int dataCoding,
        @DefaultValue("4") int esmClass,
        @DefaultValue("DELIVER_SM") Pdu pdu,
        List<String> interimBefore,
        List<String> interimAfter,
        @DefaultValue("0ms") Duration pause,
        @DefaultValue("1") int copies,
        @DefaultValue("ANY") OnBind bind,
        @DefaultValue("") String account) {

    /** SMPP 3.4 Appendix B, as most write it. */
    static final String STANDARD =
            "id:{id} sub:001 dlvrd:{dlvrd} submit date:{submit} done date:{done} stat:{stat} err:{err} text:";

    public enum Content {
        TEXT_AND_TLVS,
        TEXT,
        /** short_message is empty. */
        TLVS,
        /** The text bears an id and a state of the operator's own; the TLVs are right. */
        TLVS_CONTRADICT_TEXT
    }

    public enum Pdu {
        DELIVER_SM,
        /** The text travels in message_payload. */
        DATA_SM
    }

    public enum OnBind {
        ANY,
        /** The bind of the submit_sm. */
        SAME,
        /** Any but that. */
        OTHER
    }

    public ReceiptManners {
        interimBefore = interimBefore == null ? List.of() : List.copyOf(interimBefore);
        interimAfter = interimAfter == null ? List.of() : List.copyOf(interimAfter);
    }
}
