package vn.canhbao.console.api;

import java.math.BigDecimal;
import vn.canhbao.report.Figures;

/** A report's figures as scripts read them: {@code planned} is the sum of the six after it. */
public record FiguresView(
        long planned,
        long confirmed,
        long partly,
        long undelivered,
        long unclear,
        long waiting,
        long withheld,
        long submitted,
        long segments,
        BigDecimal cost) {

    static FiguresView of(Figures figures) {
        return new FiguresView(
                figures.planned(),
                figures.confirmed(),
                figures.partly(),
                figures.undelivered(),
                figures.unclear(),
                figures.waiting(),
                figures.withheld(),
                figures.submitted(),
                figures.segments(),
                figures.cost());
    }
}
