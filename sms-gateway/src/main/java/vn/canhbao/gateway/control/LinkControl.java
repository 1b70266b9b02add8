package vn.canhbao.gateway.control;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.link.DesiredState;
import vn.canhbao.core.link.LinkOrder;
import vn.canhbao.core.link.LinkOrders;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.LinkSettings;

/**
 * People's commands for a link while it runs. An order is written down and every node follows it within a second; it
 * outlives restarts. No command loses or doubles a message: claims stop first, what is claimed gets its answer.
 */
@Component
public class LinkControl {

    /** Where the contract sets no rate. */
    private static final int MOST_PER_SECOND = 10_000;

    private final LinkPlan plan;
    private final LinkOrders orders;
    private final AuditTrail audit;
    private final Clock clock;

    LinkControl(LinkPlan plan, LinkOrders orders, AuditTrail audit, Clock clock) {
        this.plan = plan;
        this.orders = orders;
        this.audit = audit;
        this.clock = clock;
    }

    /** Binds and claims, also after a breaker opened. */
    @Transactional
    public LinkOrder start(String link, String actor, String reason) {
        return change(link, actor, "LINK_STARTED", reason, LinkOrder::started);
    }

    /** Claims nothing more, lets the window empty, unbinds. */
    @Transactional
    public LinkOrder stop(String link, String actor, String reason) {
        return change(link, actor, "LINK_STOPPED", reason, order -> order.desiring(DesiredState.STOPPED));
    }

    /** Claims nothing more; binds stay up and receipts come in. */
    @Transactional
    public LinkOrder pause(String link, String actor, String reason) {
        return change(link, actor, "LINK_PAUSED", reason, order -> unlessStopped(order, DesiredState.PAUSED));
    }

    /** Claims again. */
    @Transactional
    public LinkOrder resume(String link, String actor, String reason) {
        return change(link, actor, "LINK_RESUMED", reason, order -> unlessStopped(order, DesiredState.RUNNING));
    }

    /**
     * Changes rate, window or both.
     *
     * @param submitsPerSecond {@code null}: as it is; what is configured lifts the change
     * @param window the same
     */
    @Transactional
    public LinkOrder changeLimits(String link, Integer submitsPerSecond, Integer window, String actor, String reason) {
        LinkSettings settings = settings(link);
        List<FieldProblem> problems = new ArrayList<>();
        if (submitsPerSecond == null && window == null) {
            problems.add(new FieldProblem(
                    "submitsPerSecond", "cần submitsPerSecond hoặc window (give submitsPerSecond or window)"));
        }
        if (submitsPerSecond != null) {
            boolean limited = settings.submitsPerSecond() > 0;
            check(
                    problems,
                    "submitsPerSecond",
                    submitsPerSecond,
                    settings.binds(),
                    limited ? settings.submitsPerSecond() : MOST_PER_SECOND,
                    limited ? null : "0 là không giới hạn (0: no limit)");
        }
        if (window != null) {
            check(problems, "window", window, settings.binds(), settings.window(), null);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return change(
                link,
                actor,
                "LINK_LIMITS_CHANGED",
                reason,
                order -> order.withLimits(
                        changed(order.submitsPerSecond(), submitsPerSecond, settings.submitsPerSecond()),
                        changed(order.window(), window, settings.window())));
    }

    // A slot carries at least one segment a second and one place: less than one for each bind could not be shared out.
    private static void check(List<FieldProblem> problems, String field, int value, int least, int most, String zero) {
        if (value < least && !(value == 0 && zero != null) || value > most) {
            problems.add(new FieldProblem(
                    field,
                    ("từ %d đến %d, mức cấu hình theo hợp đồng (from %d to %d, what is configured by the contract"
                                    + " is the most)%s")
                            .formatted(least, most, least, most, zero == null ? "" : "; " + zero)));
        }
    }

    private static Integer changed(Integer before, Integer wanted, int configured) {
        if (wanted == null) {
            return before;
        }
        return wanted == configured ? null : wanted;
    }

    private static LinkOrder unlessStopped(LinkOrder order, DesiredState state) {
        if (order.desired() == DesiredState.STOPPED) {
            throw new ConflictingState(
                    "Kết nối " + order.link() + " đang dừng: hãy khởi động (the link is stopped: start it)");
        }
        return order.desiring(state);
    }

    private LinkOrder change(String link, String actor, String action, String reason, UnaryOperator<LinkOrder> change) {
        LinkSettings settings = settings(link);
        LinkOrder changed = change.apply(orders.lock(link)).signed(actor, clock.instant(), blankToNull(reason));
        orders.save(changed);
        audit.record(actor, action, "link " + link, detail(changed, settings));
        return changed;
    }

    private static String detail(LinkOrder order, LinkSettings settings) {
        LinkLimits limits = LinkLimits.of(order, settings);
        return "%s, %d/s, window %d%s"
                .formatted(
                        order.desired().name().toLowerCase(Locale.ROOT),
                        limits.submitsPerSecond(),
                        limits.window(),
                        Objects.requireNonNullElse(order.reason() == null ? null : ": " + order.reason(), ""));
    }

    private static String blankToNull(String reason) {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        if (reason.length() > 500) {
            throw InvalidInput.of("reason", "tối đa 500 ký tự (at most 500 characters)");
        }
        return reason.strip();
    }

    private LinkSettings settings(String link) {
        LinkSettings settings = plan.links().get(link);
        if (settings == null) {
            throw new NotFound("Không có kết nối " + link + " (no link " + link + ")");
        }
        return settings;
    }
}
