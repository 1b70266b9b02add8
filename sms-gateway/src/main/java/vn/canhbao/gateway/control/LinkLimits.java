package vn.canhbao.gateway.control;

import vn.canhbao.core.link.LinkOrder;
import vn.canhbao.gateway.link.LinkSettings;

/**
 * Rate and window of a link over all nodes, as they are now. What is configured is what the contract says, so an order
 * only ever lowers it.
 *
 * @param submitsPerSecond in segments; 0: no limit
 */
public record LinkLimits(int submitsPerSecond, int window) {

    public static LinkLimits of(LinkOrder order, LinkSettings settings) {
        return new LinkLimits(
                lower(order.submitsPerSecond(), settings.submitsPerSecond()), lower(order.window(), settings.window()));
    }

    private static int lower(Integer ordered, int configured) {
        if (ordered == null) {
            return configured;
        }
        return configured == 0 ? ordered : Math.min(ordered, configured);
    }
}
