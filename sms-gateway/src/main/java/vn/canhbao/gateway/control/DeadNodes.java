package vn.canhbao.gateway.control;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.canhbao.core.link.GatewayNode;
import vn.canhbao.core.link.GatewayNodes;
import vn.canhbao.core.message.DoubtfulMessage;
import vn.canhbao.gateway.ledger.LedgerTables;
import vn.canhbao.gateway.ledger.LinkLedger;
import vn.canhbao.gateway.ledger.LinkLedgers;
import vn.canhbao.gateway.link.LinkPlan;

/**
 * Takes over what a node left that died: its claimed messages become UNANSWERED, and the receipts that it had journalled
 * and not applied are applied by this node's ledgers. One node does it: the heartbeat row is the lock.
 */
final class DeadNodes {

    private static final Logger log = LoggerFactory.getLogger(DeadNodes.class);

    private final String node;
    private final GatewayNodes nodes;
    private final LedgerTables ledgerTables;
    private final LinkLedgers ledgers;
    private final LinkPlan plan;
    private final Clock clock;
    private final LeaseTimings timings;
    private final Set<String> adopted = new HashSet<>();

    DeadNodes(
            String node,
            GatewayNodes nodes,
            LedgerTables ledgerTables,
            LinkLedgers ledgers,
            LinkPlan plan,
            LeaseTimings timings) {
        this.node = node;
        this.nodes = nodes;
        this.ledgerTables = ledgerTables;
        this.ledgers = ledgers;
        this.plan = plan;
        clock = ledgerTables.clock();
        this.timings = timings;
    }

    void look() {
        if (!adopted.isEmpty() && ledgers.byName().values().stream().noneMatch(LinkLedger::isAdopting)) {
            adopted.forEach(dead -> nodes.removeAdopted(dead, node));
            adopted.clear();
        }
        Instant deadline = clock.instant().minus(timings.dead());
        List<GatewayNode> all = nodes.all();
        Set<String> dead = all.stream()
                .filter(other -> other.seenAt().isBefore(deadline))
                .map(GatewayNode::name)
                .collect(Collectors.toSet());
        var known = all.stream().collect(Collectors.toMap(GatewayNode::name, Function.identity()));
        for (GatewayNode other : all) {
            if (dead.contains(other.name())
                    && !adopted.contains(other.name())
                    && isLeftAlone(other, dead, known.keySet())) {
                adopt(other);
            }
        }
    }

    // Also where the adopter died in turn, or was this node before its restart.
    private boolean isLeftAlone(GatewayNode other, Set<String> dead, Set<String> known) {
        String adopter = other.adoptedBy();
        return adopter == null || adopter.equals(node) || dead.contains(adopter) || !known.contains(adopter);
    }

    private void adopt(GatewayNode dead) {
        List<DoubtfulMessage> doubtful = ledgerTables
                .transaction()
                .execute(status -> nodes.adopt(dead, node)
                        ? ledgerTables.queue().doubtAfterRestart(dead.name(), plan::receiptsWanted)
                        : null);
        if (doubtful != null) {
            adopted.add(dead.name());
            ledgers.byName().values().forEach(ledger -> ledger.adopt(dead.name()));
            log.warn(
                    "Máy chủ {} im lặng từ {}, {} tiếp quản (node is dead, its work is taken over): {} tin chưa rõ, UNANSWERED: {}",
                    dead.name(),
                    dead.seenAt(),
                    node,
                    doubtful.size(),
                    doubtful.stream().map(DoubtfulMessage::messageId).toList());
        }
    }
}
