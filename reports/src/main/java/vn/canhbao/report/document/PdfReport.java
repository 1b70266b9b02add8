package vn.canhbao.report.document;

import static vn.canhbao.report.document.PageMeasures.millimetres;
import static vn.canhbao.report.document.PdfPages.escaped;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.canhbao.report.SectionFigures;
import vn.canhbao.report.document.OfficialText.Section;
import vn.canhbao.report.table.CellText;
import vn.canhbao.report.table.ReportTable;

/** Lays an official text out as PDF. */
final class PdfReport {

    private final OfficialText text;
    private final StringBuilder html = new StringBuilder();

    private PdfReport(OfficialText text) {
        this.text = text;
    }

    static void write(OfficialText text, OutputStream out) throws IOException {
        PdfReport report = new PdfReport(text);
        report.head();
        report.body();
        report.foot();
        List<String> bodies = new ArrayList<>(List.of(report.html.toString()));
        if (text.annex() != null) {
            PdfReport annex = new PdfReport(text);
            annex.annex();
            bodies.add(annex.html.toString());
        }
        // Two documents in one file: the annex is numbered apart, and its first page bears no number either.
        PdfPages.write(text.title(), style(), bodies, out);
    }

    private void head() {
        html.append("<table class='head'><tr><td class='issuer'>");
        SerifFont.REGULAR
                .lines(text.superior(), PageMeasures.NAMES, PageMeasures.LEFT_BOX)
                .forEach(line -> line("names nowrap", line));
        line("names bold", text.issuer());
        rule(SerifFont.BOLD.width(text.issuer(), PageMeasures.NAMES) * PageMeasures.RULE_SHARE);
        html.append("</td><td>");
        line("names bold nowrap", OfficialText.STATE);
        line("motto bold nowrap", OfficialText.MOTTO);
        rule(SerifFont.BOLD.width(OfficialText.MOTTO, PageMeasures.MOTTO));
        html.append("</td></tr><tr><td>");
        line("number", text.number());
        if (text.kind() == null) {
            line("about", text.about());
        }
        html.append("</td><td>");
        line("place italic", text.placeAndDate());
        html.append("</td></tr></table>");
        if (text.kind() != null) {
            line("title bold", text.kind());
            text.subjectLines().forEach(line -> line("subject bold", line));
            rule(text.subjectRule());
        }
        if (text.addressees().size() == 1) {
            line("to", "Kính gửi: " + text.addressees().getFirst());
        } else {
            html.append("<table class='to'><tr><td class='to-word'>Kính gửi:</td><td>");
            text.dashedAddressees().forEach(addressee -> line("to-line", addressee));
            html.append("</td></tr></table>");
        }
    }

    private void body() {
        text.bases().forEach(basis -> line("text italic", basis));
        for (Section section : text.sections()) {
            if (section.heading() != null) {
                line("heading bold", section.heading());
            }
            section.paragraphs().forEach(paragraph -> line("text", paragraph));
            if (section.chart() != null && section.chart().longest() > 0) {
                chart(section.chart());
            }
            int number = 1;
            for (ReportTable table : section.tables()) {
                line("caption bold", section.heading() == null ? table.title() : number++ + ". " + table.title());
                table(table);
            }
        }
    }

    private void foot() {
        html.append("<table class='foot'><tr><td class='receivers'>");
        line("receivers-word bold italic", "Nơi nhận:");
        text.receivers().forEach(receiver -> line("receiver", receiver));
        html.append("</td><td class='signer'>");
        text.signerTitle().forEach(title -> line("bold", title));
        html.append("<div class='signature'></div>");
        line("bold", text.signerName().isEmpty() ? "\u00A0" : text.signerName());
        html.append("</td></tr></table>");
    }

    private void annex() {
        line("title bold", OfficialText.ANNEX);
        line("subject bold", text.annex().title());
        line("of italic", text.annexOf());
        table(text.annex());
    }

    private void table(ReportTable table) {
        double all =
                table.columns().stream().mapToInt(ReportTable.Column::width).sum();
        html.append(
                        table.rows().size() <= PageMeasures.KEPT_TOGETHER
                                ? "<table class='grid whole'>"
                                : "<table class='grid'>")
                .append("<colgroup>");
        table.columns()
                .forEach(column -> html.append(
                        String.format(Locale.ROOT, "<col style='width:%.2f%%'/>", 100 * column.width() / all)));
        html.append("</colgroup><thead><tr>");
        table.columns()
                .forEach(column ->
                        html.append("<th>").append(escaped(column.heading())).append("</th>"));
        html.append("</tr></thead><tbody>");
        table.rows().forEach(row -> row(row, ""));
        if (!table.totals().isEmpty()) {
            row(table.totals(), " class='bold'");
        }
        html.append("</tbody></table>");
    }

    private void row(List<Object> cells, String attributes) {
        html.append("<tr").append(attributes).append('>');
        for (Object cell : cells) {
            html.append(cell instanceof String ? "<td>" : "<td class='figure'>")
                    .append(escaped(CellText.of(cell)))
                    .append("</td>");
        }
        html.append("</tr>");
    }

    /** Boxes of the text's width: vectors, without a drawing library. */
    private void chart(BarChart chart) {
        html.append("<div class='chart'>");
        line("caption bold", chart.title());
        html.append("<table class='bars'>");
        for (int bar = 0; bar < chart.bars().size(); bar++) {
            html.append("<tr><td class='bar-name'>")
                    .append(escaped(chart.bars().get(bar)))
                    .append("</td><td>");
            long sum = 0;
            for (BarChart.Series part : chart.series()) {
                long value = part.values().get(bar);
                sum += value;
                if (value > 0) {
                    html.append(String.format(
                            Locale.ROOT,
                            "<span class='bar' style='width:%.2fmm;background:#%s'></span>",
                            95.0 * value / chart.longest(),
                            part.colour()));
                }
            }
            html.append("<span class='bar-sum'> ")
                    .append(SectionFigures.number(sum))
                    .append("</span></td></tr>");
        }
        html.append("</table><div class='legend'>");
        chart.series()
                .forEach(part -> html.append("<span class='key' style='background:#")
                        .append(part.colour())
                        .append("'></span> ")
                        .append(escaped(part.name()))
                        .append("\u00A0\u00A0\u00A0 "));
        html.append("</div></div>");
    }

    private void line(String style, String words) {
        html.append("<div class='")
                .append(style)
                .append("'>")
                .append(escaped(words))
                .append("</div>");
    }

    private void rule(double points) {
        html.append(String.format(Locale.ROOT, "<div class='rule' style='width:%.2fmm'></div>", millimetres(points)));
    }

    private static String style() {
        return """
                @page { size: A4 portrait; margin: %1$smm %2$smm %3$smm %4$smm;
                    @top-center { content: counter(page); font-family: '%5$s'; font-size: %6$dpt; vertical-align: middle } }
                @page :first { @top-center { content: none } }
                body { font-size: %7$dpt; line-height: 1.2 }
                .bold { font-weight: bold } .italic { font-style: italic } .nowrap { white-space: nowrap }
                .head { width: 100%%; border-collapse: collapse; text-align: center; margin-bottom: 12pt }
                .head td { vertical-align: top; padding: 0 } .issuer { width: %17$d%% }
                .names { font-size: %8$dpt } .motto { font-size: %9$dpt } .number { font-size: %10$dpt; margin-top: 6pt }
                .place { font-size: %11$dpt; margin-top: 6pt } .about { font-size: %18$dpt; margin-top: 6pt }
                .rule { border-top: 0.75pt solid #000; height: 0; margin: 2pt auto 0 auto }
                .title, .subject { text-align: center } .to { text-align: center; margin: 12pt 0 }
                table.to { margin: 12pt auto; text-align: left; border-collapse: collapse } .to-word { vertical-align: top; padding-right: 6pt }
                .text { text-align: justify; text-indent: %12$smm; margin-top: %13$dpt }
                .heading { margin-top: 12pt; text-indent: %12$smm; page-break-after: avoid }
                .caption { margin: 10pt 0 4pt 0; text-align: left; page-break-after: avoid }
                .grid { width: 100%%; border-collapse: collapse; font-size: %14$dpt; table-layout: fixed; -fs-table-paginate: paginate }
                .grid th, .grid td { border: 0.5pt solid #000; padding: 2pt; vertical-align: top; word-wrap: break-word }
                .grid th { text-align: center; vertical-align: middle } .grid td.figure { text-align: right; white-space: nowrap }
                .grid tr { page-break-inside: avoid }
                .foot { width: 100%%; margin-top: 18pt; border-collapse: collapse; page-break-inside: avoid } .foot td { vertical-align: top; padding: 0 }
                .receivers { width: 50%% } .receivers-word { font-size: %15$dpt } .receiver { font-size: %16$dpt }
                .signer { text-align: center } .signature { height: 26mm }
                .whole { page-break-inside: avoid }
                .of { text-align: center; margin: 4pt 0 10pt 0 }
                .chart { page-break-inside: avoid } .bars { border-collapse: collapse; font-size: %14$dpt } .bars td { padding: 2pt 4pt 2pt 0; white-space: nowrap }
                .bar-name { text-align: right } .bar { display: inline-block; height: 11pt; vertical-align: middle }
                .legend { font-size: %14$dpt; margin-top: 4pt } .key { display: inline-block; width: 8pt; height: 8pt; border: 0.25pt solid #000 }
                """.formatted(
                        PageMeasures.TOP,
                        PageMeasures.RIGHT,
                        PageMeasures.BOTTOM,
                        PageMeasures.LEFT,
                        SerifFont.FAMILY,
                        PageMeasures.PAGE_NUMBER_SIZE,
                        PageMeasures.TEXT,
                        PageMeasures.NAMES,
                        PageMeasures.MOTTO,
                        PageMeasures.NUMBER,
                        PageMeasures.PLACE_AND_DATE,
                        PageMeasures.FIRST_LINE,
                        PageMeasures.BETWEEN_PARAGRAPHS,
                        PageMeasures.TABLE,
                        PageMeasures.RECEIVERS_HEADING,
                        PageMeasures.RECEIVERS,
                        Math.round(100 * PageMeasures.LEFT_SHARE),
                        PageMeasures.ABOUT);
    }
}
