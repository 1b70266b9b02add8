package vn.canhbao.gateway.link;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Which operators' messages a link takes now: those of which it is the first link that is up. */
public final class LinkRouting {

    private final LinkPlan plan;
    private final Collection<String> operators;
    private final Predicate<String> up;

    /**
     * @param operators every operator code
     * @param up whether a link, by name, has a bind
     */
    public LinkRouting(LinkPlan plan, Collection<String> operators, Predicate<String> up) {
        this.plan = plan;
        this.operators = List.copyOf(operators);
        this.up = up;
    }

    public List<String> operatorsOf(String link) {
        return operators.stream()
                .filter(operator -> plan.linksOf(operator).stream()
                        .filter(up)
                        .findFirst()
                        .filter(link::equals)
                        .isPresent())
                .toList();
    }

    /** The operators that a link may serve at all, up or not. */
    public List<String> mayServe(String link) {
        return operators.stream()
                .filter(operator -> plan.linksOf(operator).contains(link))
                .toList();
    }
}
