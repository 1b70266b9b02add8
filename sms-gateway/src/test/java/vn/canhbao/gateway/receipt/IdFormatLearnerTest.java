package vn.canhbao.gateway.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.canhbao.gateway.link.ReceiptIdFormat;
import vn.canhbao.gateway.receipt.IdFormatLearner.Case;

class IdFormatLearnerTest {

    @Test
    void receiptsInHexadecimalAreProposedWithTheirEvidence() {
        assertThat(IdFormatLearner.propose(ReceiptIdFormat.AS_IS, hexadecimal(12)))
                .contains(new IdFormatProposal(ReceiptIdFormat.HEX_IN_RECEIPT, 12, 12));
    }

    @Test
    void receiptsInDecimalAreProposed() {
        List<Case> orphans = IntStream.range(1_000, 1_005)
                .mapToObj(id -> new Case(Integer.toString(id), List.of("00" + Integer.toHexString(id))))
                .toList();

        assertThat(IdFormatLearner.propose(ReceiptIdFormat.HEX_IN_RECEIPT, orphans))
                .contains(new IdFormatProposal(ReceiptIdFormat.DECIMAL_IN_RECEIPT, 5, 5));
    }

    @Test
    void fourReceiptsAreTooFew() {
        assertThat(IdFormatLearner.propose(ReceiptIdFormat.AS_IS, hexadecimal(4)))
                .isEmpty();
    }

    @Test
    void receiptsThatDisagreeProposeNothing() {
        List<Case> orphans = new ArrayList<>(hexadecimal(8));
        orphans.add(new Case("zz", List.of("4711")));

        assertThat(IdFormatLearner.propose(ReceiptIdFormat.AS_IS, orphans)).isEmpty();
    }

    @Test
    void orphansOfOthersTellNothing() {
        List<Case> orphans = new ArrayList<>(hexadecimal(5));
        IntStream.range(0, 50).forEach(i -> orphans.add(new Case("ff" + i, List.of())));
        orphans.add(new Case(null, List.of("4711")));

        assertThat(IdFormatLearner.propose(ReceiptIdFormat.AS_IS, orphans))
                .contains(new IdFormatProposal(ReceiptIdFormat.HEX_IN_RECEIPT, 5, 5));
    }

    @Test
    void twoFormatsThatFitAlikeProposeNothing() {
        List<Case> orphans = IntStream.range(1, 9)
                .mapToObj(id -> new Case(Integer.toString(id), List.of(Integer.toString(id))))
                .toList();

        assertThat(IdFormatLearner.propose(ReceiptIdFormat.HEX_IN_RECEIPT, orphans))
                .isEmpty();
    }

    private static List<Case> hexadecimal(int count) {
        return IntStream.range(1_000, 1_000 + count)
                .mapToObj(id -> new Case(Integer.toHexString(id), List.of("4", Integer.toString(id))))
                .toList();
    }
}
