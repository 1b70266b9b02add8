package vn.canhbao.gateway.control;

import java.util.HashSet;
import java.util.Set;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.OperatorRates;

/**
 * Gives each operator's rate this node's part: as much as goes with the slots that it holds of all links that serve the
 * operator.
 */
final class OperatorShares implements Runnable {

    private final LinkPlan plan;
    private final OperatorRates rates;
    private final Fleet fleet;

    OperatorShares(LinkPlan plan, OperatorRates rates, Fleet fleet) {
        this.plan = plan;
        this.rates = rates;
        this.fleet = fleet;
    }

    @Override
    public void run() {
        plan.operatorRates()
                .forEach((operator, perSecond) -> rates.of(operator)
                        .limit(Math.max(1, SlotShare.of(perSecond, slots(operator), plan.bindsOf(operator)))));
    }

    private Set<Integer> slots(String operator) {
        Set<Integer> slots = new HashSet<>();
        int before = 0;
        for (String link : plan.linksOf(operator)) {
            for (int slot : fleet.slots(link)) {
                slots.add(before + slot);
            }
            before += plan.links().get(link).binds();
        }
        return slots;
    }
}
