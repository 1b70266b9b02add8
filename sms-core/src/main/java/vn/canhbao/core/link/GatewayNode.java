package vn.canhbao.core.link;

import java.time.Instant;
import java.util.Set;

/**
 * A server that runs a gateway.
 *
 * @param links names of the links that it is configured with
 * @param seenAt its last heartbeat
 * @param adoptedBy the node that takes over what it left, or {@code null}
 */
public record GatewayNode(String name, Set<String> links, Instant seenAt, String adoptedBy) {}
