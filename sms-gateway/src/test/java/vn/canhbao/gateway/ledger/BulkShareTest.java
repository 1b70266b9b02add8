package vn.canhbao.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkShareTest {

    final BulkShare share = new BulkShare();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 25, 1_000})
    void whateverTheBlocksAreOneInTenIsForOthers(int room) {
        int others = 0;
        int all = 0;
        while (all < 10_000) {
            int kept = share.of(room);
            share.claimed(room - kept, kept);
            others += kept;
            all += room;
        }

        assertThat(others / (double) all).isBetween(0.095, 0.105);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void whatOthersCouldNotUseIsNotOwedForEver(int room) {
        for (int i = 0; i < 1_000; i++) {
            share.of(room);
            share.claimed(room, 0);
        }

        assertThat(share.of(1_000)).isLessThanOrEqualTo(110);
    }
}
