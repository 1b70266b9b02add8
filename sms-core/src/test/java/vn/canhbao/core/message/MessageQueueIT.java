package vn.canhbao.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.message.StoredWave.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class MessageQueueIT {

    final TestDatabase.Opened database;
    final StoredWave stored;

    MessageQueueIT(TestDatabase kind) {
        database = kind.open();
        stored = StoredWave.in(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void claimTakesNoMoreThanItsLimitAndNothingTwice() {
        stored.withMessages(10, "xin chào", 1);

        List<ClaimedMessage> first = stored.claim(4);
        List<ClaimedMessage> second = stored.claim(100);

        assertThat(first).hasSize(4);
        assertThat(second).hasSize(6);
        assertThat(ids(first)).doesNotContainAnyElementsOf(ids(second));
        assertThat(stored.claim(100)).isEmpty();
        assertThat(stored.tally().pending()).isEqualTo(10);
    }

    @Test
    void twoNodesClaimBesideEachOtherAndShareNothing() throws Exception {
        stored.withMessages(200, "xin chào", 1);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        CyclicBarrier bothHold = new CyclicBarrier(2);
        List<Long> claimed = new ArrayList<>();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> claims = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                claims.add(nodes.submit(() -> transaction.execute(status -> {
                    List<Long> mine = ids(stored.claim(60));
                    await(bothHold);
                    return mine;
                })));
            }
            for (Future<List<Long>> claim : claims) {
                assertThat(claim.get()).isNotEmpty();
                claimed.addAll(claim.get());
            }
        }
        assertThat(claimed).doesNotHaveDuplicates();
    }

    @Test
    void anExpiredMessageIsNotClaimed() {
        stored.withMessages(1, "xin chào", 1);

        assertThat(stored.queue()
                        .claim(
                                "node",
                                "viettel",
                                Carries.PUBLIC,
                                List.of("VIETTEL"),
                                stored.wave(),
                                10,
                                NOW.plus(Duration.ofHours(2))))
                .isEmpty();
    }

    @Test
    void anotherOperatorsMessageIsNotClaimed() {
        stored.withMessages(1, "xin chào", 1);

        assertThat(stored.queue()
                        .claim("node", "mobifone", Carries.PUBLIC, List.of("MOBIFONE"), stored.wave(), 10, NOW))
                .isEmpty();
    }

    @Test
    void outcomesKeepEachSegmentsResult() {
        stored.withMessages(2, "dài", 2);
        List<ClaimedMessage> claimed = stored.claim(2);

        stored.queue()
                .record(
                        "viettel",
                        List.of(
                                MessageOutcome.of(
                                        claimed.get(0).id(),
                                        2,
                                        List.of(
                                                new SegmentOutcome(1, "A1", "a1", 0, NOW),
                                                new SegmentOutcome(2, "A2", "a2", 0, NOW))),
                                MessageOutcome.of(
                                        claimed.get(1).id(), 2, List.of(new SegmentOutcome(1, null, null, 0x0B, NOW)))),
                        NOW);

        List<MessageView> messages = stored.messages().page(stored.campaign(), null, null, 10);
        assertThat(messages)
                .extracting(MessageView::status)
                .containsExactly(MessageStatus.SUBMITTED, MessageStatus.FAILED);
        assertThat(messages.get(0).segments())
                .extracting(SegmentView::smscMessageId)
                .containsExactly("A1", "A2");
        assertThat(messages.get(1).detail()).isEqualTo("segment 1/2: command_status 0x0B");
        assertThat(stored.tally().submitted()).isEqualTo(1);
        assertThat(stored.tally().failed()).isEqualTo(1);
    }

    @Test
    void afterARestartOnlyClaimedMessagesOfThisNodeAreInDoubt() {
        stored.withMessages(5, "xin chào", 1);
        List<ClaimedMessage> claimed = stored.claim(3);
        stored.queue()
                .record(
                        "viettel",
                        List.of(MessageOutcome.of(
                                claimed.getFirst().id(), 1, List.of(new SegmentOutcome(1, "A1", "a1", 0, NOW)))),
                        NOW);

        assertThat(stored.queue().doubtAfterRestart("another", StoredWave.cutting(1)))
                .isEmpty();
        List<DoubtfulMessage> doubtful = stored.queue().doubtAfterRestart("node", StoredWave.cutting(1));

        assertThat(doubtful)
                .extracting(DoubtfulMessage::messageId)
                .containsExactly(claimed.get(1).id(), claimed.get(2).id());
        assertThat(stored.tally().unanswered()).isEqualTo(2);
        assertThat(stored.tally().pending()).isEqualTo(2);
        assertThat(stored.tally().planned()).isEqualTo(5);
    }

    private static List<Long> ids(List<ClaimedMessage> messages) {
        return messages.stream().map(ClaimedMessage::id).toList();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
