package vn.canhbao.console.api;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.link.DesiredState;
import vn.canhbao.core.link.LinkOrder;
import vn.canhbao.gateway.control.LinkControl;
import vn.canhbao.gateway.control.LinkLimits;
import vn.canhbao.gateway.link.BindState;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.Links;

/** How the links stand, and the commands of administrators for them. */
@RestController
class LinkApi {

    private final Links links;
    private final LinkControl control;
    private final LinkPlan plan;

    LinkApi(Links links, LinkControl control, LinkPlan plan) {
        this.links = links;
        this.control = control;
        this.plan = plan;
    }

    @GetMapping("/api/v1/links")
    List<Link> all() {
        return links.all().stream().map(Link::of).toList();
    }

    @PostMapping("/api/v1/links/{name}/start")
    Order start(@PathVariable String name, @RequestBody(required = false) Reason reason, Principal admin) {
        return order(control.start(name, admin.getName(), Reason.of(reason)));
    }

    @PostMapping("/api/v1/links/{name}/stop")
    Order stop(@PathVariable String name, @RequestBody(required = false) Reason reason, Principal admin) {
        return order(control.stop(name, admin.getName(), Reason.of(reason)));
    }

    @PostMapping("/api/v1/links/{name}/pause")
    Order pause(@PathVariable String name, @RequestBody(required = false) Reason reason, Principal admin) {
        return order(control.pause(name, admin.getName(), Reason.of(reason)));
    }

    @PostMapping("/api/v1/links/{name}/resume")
    Order resume(@PathVariable String name, @RequestBody(required = false) Reason reason, Principal admin) {
        return order(control.resume(name, admin.getName(), Reason.of(reason)));
    }

    @PatchMapping("/api/v1/links/{name}")
    Order change(@PathVariable String name, @RequestBody Limits limits, Principal admin) {
        return order(control.changeLimits(
                name, limits.submitsPerSecond(), limits.window(), admin.getName(), limits.reason()));
    }

    private Order order(LinkOrder order) {
        LinkLimits limits = LinkLimits.of(order, plan.links().get(order.link()));
        return new Order(
                order.link(),
                order.desired(),
                limits.submitsPerSecond(),
                limits.window(),
                order.changedBy(),
                LocalTimes.of(order.changedAt()),
                order.reason());
    }

    /** Why; for the audit trail and the page. */
    record Reason(String reason) {

        static String of(Reason given) {
            return given == null ? null : given.reason();
        }
    }

    /** What is to change; what is {@code null} stays. */
    record Limits(Integer submitsPerSecond, Integer window, String reason) {}

    /** What is ordered of a link now; every node follows within a second. */
    record Order(
            String name,
            DesiredState desired,
            int submitsPerSecond,
            int window,
            String changedBy,
            OffsetDateTime changedAt,
            String reason) {}

    /** How a link runs now; rate and window over all nodes, slots and what is sent of this one. */
    record Running(
            DesiredState desired,
            int submitsPerSecond,
            int window,
            Set<Integer> slots,
            int allowedPerSecond,
            int currentPerSecond,
            String changedBy,
            OffsetDateTime changedAt,
            String reason) {

        static Running of(LinkState.Running running) {
            return new Running(
                    running.desired(),
                    running.submitsPerSecond(),
                    running.window(),
                    running.slots(),
                    running.allowedPerSecond(),
                    running.currentPerSecond(),
                    running.changedBy(),
                    LocalTimes.of(running.changedAt()),
                    running.reason());
        }
    }

    /** A link as configured, {@code submitsPerSecond} 0: no limit, and as it stands. */
    record Link(
            String name,
            String address,
            String systemId,
            List<String> operators,
            BindState state,
            int binds,
            int boundBinds,
            int window,
            int inFlight,
            int submitsPerSecond,
            String lastError,
            OffsetDateTime lastErrorAt,
            LinkState.ReceiptHealth receipts,
            Running running) {

        static Link of(LinkState link) {
            return new Link(
                    link.name(),
                    link.address(),
                    link.systemId(),
                    link.operators(),
                    link.state(),
                    link.binds(),
                    link.boundBinds(),
                    link.window(),
                    link.inFlight(),
                    link.submitsPerSecond(),
                    link.lastError(),
                    LocalTimes.of(link.lastErrorAt()),
                    link.receipts(),
                    Running.of(link.running()));
        }
    }
}
