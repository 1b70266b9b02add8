package vn.canhbao.gateway.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.canhbao.core.message.Carries;
import vn.canhbao.core.text.SmsText;

/**
 * The links and which of them serve which operator.
 *
 * @param links by name
 * @param operators operator code to link names in order of preference; an operator that is not named here is served by
 *     the link of its own name, else by all links in their order
 * @param weights operator code to link name to weight, for operators whose traffic is split; a link without one gets none
 *     as long as another works
 * @param operatorRates operator code to the most segments a second over all links that serve it
 */
public record LinkPlan(
        Map<String, LinkSettings> links,
        Map<String, List<String>> operators,
        Map<String, Map<String, Integer>> weights,
        Map<String, Integer> operatorRates) {

    public LinkPlan(Map<String, LinkSettings> links, Map<String, List<String>> operators) {
        this(links, operators, Map.of(), Map.of());
    }

    public LinkPlan {
        weights.forEach((operator, ofLinks) -> requireWeights(operator, ofLinks, operators.get(operator)));
        boolean anyPublic = links.values().stream().anyMatch(link -> !link.exercise());
        operators.forEach((operator, names) -> {
            if (anyPublic
                    && !names.isEmpty()
                    && names.stream()
                            .allMatch(name ->
                                    links.containsKey(name) && links.get(name).exercise())) {
                throw new IllegalArgumentException("canhbao.operators." + operator
                        + ".links: name a link that is no exercise link, or its subscribers are never reached");
            }
        });
        operators.forEach((operator, names) -> names.forEach(name -> {
            if (!links.containsKey(name)) {
                throw new IllegalArgumentException("canhbao.operators." + operator + ".links: there is no link '" + name
                        + "'; the links are " + links.keySet());
            }
        }));
        operatorRates.forEach((operator, perSecond) -> {
            List<String> serving = linksOf(operator, main(links), operators);
            if (perSecond < bindsOf(serving, links)) {
                throw new IllegalArgumentException("canhbao.operators." + operator
                        + ".submits-per-second: 1 or more for each bind of the links " + serving);
            }
        });
    }

    /** How many binds all links that serve an operator have together. */
    public int bindsOf(String operator) {
        return bindsOf(linksOf(operator), links);
    }

    private static int bindsOf(List<String> names, Map<String, LinkSettings> links) {
        return names.stream().mapToInt(link -> links.get(link).binds()).sum();
    }

    private static void requireWeights(String operator, Map<String, Integer> ofLinks, List<String> planned) {
        String key = "canhbao.operators." + operator + ".weights";
        ofLinks.forEach((link, weight) -> {
            if (planned == null || !planned.contains(link)) {
                throw new IllegalArgumentException(
                        key + "." + link + ": name the link in canhbao.operators." + operator + ".links too");
            }
            if (weight < 0) {
                throw new IllegalArgumentException(key + "." + link + ": 0 or more");
            }
        });
        if (!ofLinks.isEmpty() && ofLinks.values().stream().allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException(key + ": one of them must be more than 0");
        }
    }

    /** Points of each of an operator's links, of 100: all with the preferred one, or by weight. */
    Map<String, Integer> points(String operator) {
        List<String> ofOperator = linksOf(operator);
        Map<String, Integer> weighed = weights.getOrDefault(operator, Map.of());
        Map<String, Integer> points = new LinkedHashMap<>();
        if (weighed.isEmpty()) {
            ofOperator.forEach(link -> points.put(link, points.isEmpty() ? 100 : 0));
            return points;
        }
        int sum = weighed.values().stream().mapToInt(Integer::intValue).sum();
        ofOperator.forEach(link -> {
            int weight = weighed.getOrDefault(link, 0);
            points.put(link, weight == 0 ? 0 : Math.max(1, Math.round(100f * weight / sum)));
        });
        return points;
    }

    /** Link names for an operator, the preferred first; exercise links only where there are no others at all. */
    public List<String> linksOf(String operator) {
        return linksOf(operator, main(links), operators);
    }

    /** The same, of exercise links for an exercise link: the two kinds never stand in for each other. */
    public List<String> linksBeside(String link, String operator) {
        return linksOf(operator, ofKind(links.get(link).exercise(), links), operators);
    }

    /** Which campaigns a link carries. */
    public Carries carries(String link) {
        if (!links.get(link).exercise()) {
            return Carries.PUBLIC;
        }
        return main(links).containsKey(link) ? Carries.BOTH : Carries.EXERCISE;
    }

    /** Whether an exercise has a link to go over. */
    public boolean carriesExercises() {
        return !ofKind(true, links).isEmpty();
    }

    private static Map<String, LinkSettings> main(Map<String, LinkSettings> links) {
        Map<String, LinkSettings> ofPublic = ofKind(false, links);
        return ofPublic.isEmpty() ? links : ofPublic;
    }

    private static Map<String, LinkSettings> ofKind(boolean exercise, Map<String, LinkSettings> links) {
        Map<String, LinkSettings> ofKind = new TreeMap<>(links);
        ofKind.values().removeIf(link -> link.exercise() != exercise);
        return ofKind;
    }

    private static List<String> linksOf(
            String operator, Map<String, LinkSettings> links, Map<String, List<String>> operators) {
        List<String> planned = operators.getOrDefault(operator, List.of()).stream()
                .filter(links::containsKey)
                .toList();
        if (!planned.isEmpty()) {
            return planned;
        }
        String own = operator.toLowerCase(java.util.Locale.ROOT);
        return links.containsKey(own)
                ? List.of(own)
                : links.keySet().stream().sorted().toList();
    }

    /** For each segment that the link makes of the text, whether it asks for a receipt; a link that is gone as by default. */
    public List<Boolean> receiptsWanted(String link, String text) {
        LinkSettings settings = links.get(link);
        return settings == null
                ? SmsText.of(text).segments().stream().map(segment -> true).toList()
                : settings.receiptsWanted(text);
    }
}
