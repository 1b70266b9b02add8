package vn.canhbao.gateway.control;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.canhbao.core.link.BindLeases;
import vn.canhbao.core.link.GatewayNodes;
import vn.canhbao.core.link.LinkOrders;

/** What the nodes agree by. */
@Component
record LeaseTables(BindLeases leases, GatewayNodes nodes, LinkOrders orders, Clock clock) {}
