package vn.canhbao.console;

import java.util.stream.Stream;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.canhbao.gateway.link.BindState;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.Links;

/** One entry per link at {@code /actuator/health}: up while at least one bind is, here or on the node that this one stands by for. */
@Component("linksHealthContributor") // shown as "links"
final class LinkHealth implements CompositeHealthContributor {

    private final Links links;

    LinkHealth(Links links) {
        this.links = links;
    }

    @Override
    public HealthContributor getContributor(String name) {
        return links.all().stream().anyMatch(link -> link.name().equals(name)) ? indicator(name) : null;
    }

    @Override
    public Stream<HealthContributors.Entry> stream() {
        return links.all().stream().map(link -> new HealthContributors.Entry(link.name(), indicator(link.name())));
    }

    private HealthIndicator indicator(String name) {
        return () -> links.all().stream()
                .filter(link -> link.name().equals(name))
                .findFirst()
                .map(LinkHealth::health)
                .orElseGet(() -> Health.unknown().build());
    }

    private static Health health(LinkState link) {
        Health.Builder health = link.state() == BindState.BOUND || link.state() == BindState.STANDBY
                ? Health.up()
                : link.state() == BindState.STOPPED ? Health.outOfService() : Health.down();
        health.withDetail("state", link.state())
                .withDetail("binds", link.boundBinds() + "/" + link.binds())
                .withDetail("inFlight", link.inFlight());
        if (link.lastError() != null) {
            health.withDetail("lastError", link.lastError());
        }
        if (link.state() == BindState.TRIPPED) {
            health.withDetail(
                    "toDo",
                    "sửa lỗi trong lastError rồi khởi động lại kênh (repair what lastError says, then restart the link)");
        }
        return health.build();
    }
}
