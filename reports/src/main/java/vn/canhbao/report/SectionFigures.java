package vn.canhbao.report;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.canhbao.core.ClockConfiguration;

/** The figures that a section may name in braces; they are put in when the document is made, so they never go stale. */
public final class SectionFigures {

    private static final Pattern NAMED = Pattern.compile("\\{([^{}]*)}");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private static final Map<String, Function<ReportFacts, String>> FIGURES = Map.ofEntries(
            Map.entry("asOf", facts -> MINUTE.format(facts.asOf().atZone(ClockConfiguration.LOCAL))),
            Map.entry("period", facts -> facts.period().words()),
            Map.entry("before", facts -> facts.before().period().words()),
            Map.entry("campaigns", facts -> number(facts.campaigns().size())),
            Map.entry("people", facts -> number(facts.people())),
            Map.entry("peopleConfirmed", facts -> number(facts.peopleConfirmed())),
            Map.entry("planned", facts -> number(facts.total().planned())),
            Map.entry("submitted", facts -> number(facts.total().submitted())),
            Map.entry("confirmed", facts -> number(facts.total().confirmed())),
            Map.entry("confirmedShare", facts -> share(facts.total().confirmedShare())),
            Map.entry("partly", facts -> number(facts.total().partly())),
            Map.entry("undelivered", facts -> number(facts.total().undelivered())),
            Map.entry("unclear", facts -> number(facts.total().unclear())),
            Map.entry("waiting", facts -> number(facts.total().waiting())),
            Map.entry("withheld", facts -> number(facts.total().withheld())),
            Map.entry("acknowledged", facts -> number(facts.acknowledged())),
            Map.entry("segments", facts -> number(facts.total().segments())),
            Map.entry("cost", facts -> money(facts.total().cost())),
            Map.entry("plannedBefore", facts -> number(facts.before().total().planned())),
            Map.entry("confirmedBefore", facts -> number(facts.before().total().confirmed())),
            Map.entry("broadcasts", facts -> number(facts.broadcasts().size())),
            Map.entry("broadcastSent", facts -> number(sum(facts, ReportedBroadcast::sent))),
            Map.entry("broadcastDelivered", facts -> number(sum(facts, ReportedBroadcast::delivered))));

    private SectionFigures() {}

    private static long sum(ReportFacts facts, ToLongFunction<ReportedBroadcast> figure) {
        return facts.broadcasts().stream().mapToLong(figure).sum();
    }

    /** A name in braces that stands for nothing, if there is one. */
    static Optional<String> unknown(String text) {
        return NAMED.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !FIGURES.containsKey(name))
                .findFirst();
    }

    /** The text with its figures. */
    public static String fill(String text, ReportFacts facts) {
        return NAMED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(FIGURES.getOrDefault(found.group(1), any -> found.group())
                        .apply(facts)));
    }

    /** As Vietnamese officials write it: {@code 2.000.000}. */
    public static String number(long value) {
        return String.format(Locale.GERMANY, "%,d", value);
    }

    /** Whole đồng: {@code 1.250.000}. */
    public static String money(BigDecimal value) {
        return String.format(Locale.GERMANY, "%,.0f", value);
    }

    /** From 0 to 1 as {@code 97,3%}; a dash where there is nothing to divide by. */
    public static String share(Double value) {
        return value == null ? "–" : String.format(Locale.GERMANY, "%.1f%%", 100 * value);
    }
}
