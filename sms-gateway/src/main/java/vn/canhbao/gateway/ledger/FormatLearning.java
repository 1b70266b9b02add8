package vn.canhbao.gateway.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.canhbao.core.message.AnsweredId;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.WaitingReceipt;
import vn.canhbao.gateway.receipt.IdFormatLearner;

/** Looks now and then whether a link's orphans would fit in another id format, and proposes that. */
final class FormatLearning {

    private static final long INTERVAL_MILLIS = 5_000;
    private static final int SAMPLE = 200;
    private static final Duration ID_LIFETIME = Duration.ofDays(8);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final String link;
    private final LedgerTables tables;
    private long next;

    FormatLearning(String link, LedgerTables tables) {
        this.link = link;
        this.tables = tables;
    }

    /** @param orphans those that found nothing, the newest last */
    void learnWhenDue(List<WaitingReceipt> orphans) {
        long now = tables.clock().millis();
        if (orphans.isEmpty() || now < next) {
            return;
        }
        next = now + INTERVAL_MILLIS;
        List<WaitingReceipt> newest = orphans.subList(Math.max(0, orphans.size() - SAMPLE), orphans.size());
        Map<String, List<AnsweredId>> answered = tables.care()
                .segments()
                .answeredIds(
                        link,
                        newest.stream()
                                .map(orphan -> orphan.receipt().msisdn())
                                .distinct()
                                .toList(),
                        newest.getFirst().receipt().receivedAt().minus(ID_LIFETIME));
        IdFormatLearner.propose(
                        tables.care().formats().of(link),
                        newest.stream()
                                .map(orphan -> new IdFormatLearner.Case(
                                        orphan.smscMessageId(),
                                        idsBefore(
                                                orphan.receipt(),
                                                answered.getOrDefault(
                                                        orphan.receipt().msisdn(), List.of()))))
                                .toList())
                .ifPresent(proposal -> tables.care().formats().propose(link, proposal));
    }

    private static List<String> idsBefore(JournalledReceipt receipt, List<AnsweredId> answered) {
        return answered.stream()
                .filter(id -> id.submittedAt().isBefore(receipt.receivedAt().plus(CLOCKS_APART)))
                .map(AnsweredId::smscMessageId)
                .toList();
    }
}
