package vn.canhbao.report.document;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlCursor;

/** A chart of the word processor's own, which people may still edit: vectors with their figures beside them. */
final class DocxChart {

    private DocxChart() {}

    static void add(XWPFDocument document, XWPFParagraph paragraph, BarChart bars) throws IOException {
        XWPFChart chart = create(document, paragraph, bars);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.LEFT);
        // The first one at the top, as in the table.
        names.setOrientation(AxisOrientation.MAX_MIN);
        XDDFValueAxis counts = chart.createValueAxis(AxisPosition.BOTTOM);
        counts.setCrosses(AxisCrosses.MAX);
        counts.setNumberFormat("#,##0");
        counts.setMinimum(0);
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, counts);
        data.setBarDirection(BarDirection.BAR);
        data.setBarGrouping(BarGrouping.STACKED);
        int last = bars.bars().size();
        var categories = XDDFDataSourcesFactory.fromArray(
                bars.bars().toArray(String[]::new), chart.formatRange(new CellRangeAddress(1, last, 0, 0)), 0);
        for (int i = 0; i < bars.series().size(); i++) {
            BarChart.Series part = bars.series().get(i);
            XDDFNumericalDataSource<Long> values = XDDFDataSourcesFactory.fromArray(
                    part.values().toArray(Long[]::new),
                    chart.formatRange(new CellRangeAddress(1, last, i + 1, i + 1)),
                    i + 1);
            XDDFChartData.Series series = data.addSeries(categories, values);
            series.setTitle(part.name(), chart.setSheetTitle(part.name(), i + 1));
            series.setFillProperties(new XDDFSolidFillProperties(
                    XDDFColor.from(java.util.HexFormat.of().parseHex(part.colour()))));
        }
        chart.plot(data);
        onTopOfEachOther(chart);
        font(chart);
    }

    // Written as XML: POI's small schema jar lacks the types of both, and the full one has 17 MB.
    private static void onTopOfEachOther(XWPFChart chart) {
        var bar = chart.getCTChart().getPlotArea().getBarChartArray(0);
        try (XmlCursor axes = bar.getAxIdArray(0).newCursor()) {
            for (var setting : List.of(Map.entry("gapWidth", "60"), Map.entry("overlap", "100"))) {
                axes.beginElement(setting.getKey(), axes.getName().getNamespaceURI());
                axes.insertAttributeWithValue("val", setting.getValue());
                axes.toNextToken();
            }
        }
    }

    private static XWPFChart create(XWPFDocument document, XWPFParagraph paragraph, BarChart bars) throws IOException {
        try {
            return document.createChart(
                    paragraph.createRun(),
                    Units.toEMU(PageMeasures.points(PageMeasures.TEXT_WIDTH)),
                    Units.toEMU(70 + 24.0 * bars.bars().size()));
        } catch (InvalidFormatException impossible) {
            throw new IllegalStateException("a new document takes a chart", impossible);
        }
    }

    private static void font(XWPFChart chart) {
        var text = chart.getCTChartSpace().addNewTxPr();
        text.addNewBodyPr();
        var properties = text.addNewP().addNewPPr().addNewDefRPr();
        properties.setSz(PageMeasures.TABLE * 100);
        properties.addNewLatin().setTypeface(PageMeasures.FONT);
    }
}
