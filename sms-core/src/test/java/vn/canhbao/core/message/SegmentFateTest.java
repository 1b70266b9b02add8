package vn.canhbao.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.canhbao.core.receipt.ReceiptState;

class SegmentFateTest {

    /** Segments by their last receipt; - none yet, ! refused at submit. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "open",
            value = {
                "DELIVERED, DELIVERED",
                "DELIVERED DELIVERED DELIVERED, DELIVERED",
                "DELIVERED - DELIVERED, open",
                "DELIVERED ENROUTE, open",
                "DELIVERED UNKNOWN, open",
                "UNRECOGNISED, open",
                "DELIVERED UNDELIVERABLE, PARTLY_DELIVERED",
                "DELIVERED EXPIRED, PARTLY_DELIVERED",
                "DELIVERED !, PARTLY_DELIVERED",
                "EXPIRED EXPIRED, EXPIRED",
                "EXPIRED UNDELIVERABLE, FAILED",
                "UNDELIVERABLE, FAILED",
                "REJECTED, FAILED",
                "DELETED, FAILED",
                "! !, FAILED",
                "- !, open"
            })
    void messageFollowsItsSegments(String segments, MessageStatus expected) {
        assertThat(SegmentFate.settle(Arrays.stream(segments.split(" "))
                        .map(SegmentFateTest::fate)
                        .toList()))
                .isEqualTo(expected);
    }

    private static SegmentFate fate(String word) {
        return switch (word) {
            case "-" -> new SegmentFate(false, null);
            case "!" -> new SegmentFate(true, null);
            default -> new SegmentFate(false, ReceiptState.valueOf(word));
        };
    }
}
