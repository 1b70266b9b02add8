package vn.canhbao.report.document;

import static vn.canhbao.report.document.PageMeasures.points;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import vn.canhbao.report.document.OfficialText.Section;
import vn.canhbao.report.table.ReportTable;

/** Lays an official text out as DOCX. */
final class DocxReport {

    private static final double WIDTH = points(PageMeasures.TEXT_WIDTH);

    private final OfficialText text;
    private final XWPFDocument document;

    private DocxReport(OfficialText text, XWPFDocument document) {
        this.text = text;
        this.document = document;
    }

    static void write(OfficialText text, OutputStream out) throws IOException {
        try (XWPFDocument document = DocxPage.document()) {
            DocxReport report = new DocxReport(text, document);
            document.getProperties().getCoreProperties().setTitle(text.title());
            document.getProperties().getCoreProperties().setCreator("canhbao");
            report.head();
            report.body();
            report.foot();
            // A paragraph after the table of the signature: Word wants one before a section's end.
            var end = document.createParagraph();
            if (text.annex() != null) {
                DocxPage.section(document, end.getCTP().addNewPPr().addNewSectPr());
                report.annex();
            }
            DocxPage.section(document, document.getDocument().getBody().addNewSectPr());
            document.write(out);
        }
    }

    private void head() {
        XWPFTable boxes = DocxTable.pair(document, PageMeasures.LEFT_SHARE, 2);
        XWPFTableCell left = boxes.getRow(0).getCell(0);
        XWPFParagraph superior = left.getParagraphs().getFirst();
        for (String part : SerifFont.REGULAR.lines(text.superior(), PageMeasures.NAMES, PageMeasures.LEFT_BOX)) {
            line(superior, part, PageMeasures.NAMES, false, false);
            superior = left.addParagraph();
        }
        line(superior, text.issuer(), PageMeasures.NAMES, true, false);
        DocxPage.rule(
                left.addParagraph(),
                WIDTH * PageMeasures.LEFT_SHARE,
                SerifFont.BOLD.width(text.issuer(), PageMeasures.NAMES) * PageMeasures.RULE_SHARE);
        XWPFTableCell right = boxes.getRow(0).getCell(1);
        line(right.getParagraphs().getFirst(), OfficialText.STATE, PageMeasures.NAMES, true, false);
        line(right.addParagraph(), OfficialText.MOTTO, PageMeasures.MOTTO, true, false);
        DocxPage.rule(
                right.addParagraph(),
                WIDTH * (1 - PageMeasures.LEFT_SHARE),
                SerifFont.BOLD.width(OfficialText.MOTTO, PageMeasures.MOTTO));
        XWPFTableCell below = boxes.getRow(1).getCell(0);
        line(below.getParagraphs().getFirst(), text.number(), PageMeasures.NUMBER, false, false);
        line(
                boxes.getRow(1).getCell(1).getParagraphs().getFirst(),
                text.placeAndDate(),
                PageMeasures.PLACE_AND_DATE,
                false,
                true);
        if (text.kind() == null) {
            line(below.addParagraph(), text.about(), PageMeasures.ABOUT, false, false)
                    .setSpacingBefore(PageMeasures.BETWEEN_PARAGRAPHS * 20);
        } else {
            kind();
        }
        addressees();
    }

    private void kind() {
        XWPFParagraph kind = line(document.createParagraph(), text.kind(), PageMeasures.TEXT, true, false);
        kind.setSpacingBefore(240);
        text.subjectLines().forEach(line -> line(document.createParagraph(), line, PageMeasures.TEXT, true, false));
        DocxPage.rule(document.createParagraph(), WIDTH, text.subjectRule());
    }

    private void addressees() {
        if (text.addressees().size() == 1) {
            XWPFParagraph to = line(
                    document.createParagraph(),
                    "Kính gửi: " + text.addressees().getFirst(),
                    PageMeasures.TEXT,
                    false,
                    false);
            to.setSpacingBefore(240);
            to.setSpacingAfter(240);
            return;
        }
        XWPFParagraph to = line(document.createParagraph(), "Kính gửi:", PageMeasures.TEXT, false, false);
        to.setAlignment(ParagraphAlignment.LEFT);
        to.setIndentationLeft(PageMeasures.twips(35));
        to.setSpacingBefore(240);
        for (String addressee : text.dashedAddressees()) {
            XWPFParagraph line = line(document.createParagraph(), addressee, PageMeasures.TEXT, false, false);
            line.setAlignment(ParagraphAlignment.LEFT);
            line.setIndentationLeft(PageMeasures.twips(45));
            line.setIndentationHanging(PageMeasures.twips(3));
        }
    }

    private void body() throws IOException {
        text.bases().forEach(basis -> paragraph(basis, true));
        for (Section section : text.sections()) {
            if (section.heading() != null) {
                heading(section.heading());
            }
            section.paragraphs().forEach(words -> paragraph(words, false));
            if (section.chart() != null && section.chart().longest() > 0) {
                caption(section.chart().title());
                DocxChart.add(document, document.createParagraph(), section.chart());
            }
            int number = 1;
            for (ReportTable table : section.tables()) {
                caption(section.heading() == null ? table.title() : number++ + ". " + table.title());
                DocxTable.figures(document, table);
            }
        }
    }

    private void heading(String words) {
        XWPFParagraph heading = document.createParagraph();
        DocxPage.run(heading, words, PageMeasures.TEXT).setBold(true);
        heading.setIndentationFirstLine(PageMeasures.twips(PageMeasures.FIRST_LINE));
        heading.setSpacingBefore(240);
        heading.setKeepNext(true);
    }

    private void paragraph(String words, boolean italic) {
        XWPFParagraph paragraph = document.createParagraph();
        DocxPage.run(paragraph, words, PageMeasures.TEXT).setItalic(italic);
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(PageMeasures.twips(PageMeasures.FIRST_LINE));
        paragraph.setSpacingBefore(PageMeasures.BETWEEN_PARAGRAPHS * 20);
        paragraph.setSpacingBetween(1.15);
    }

    private void caption(String words) {
        XWPFParagraph caption = document.createParagraph();
        DocxPage.run(caption, words, PageMeasures.TEXT).setBold(true);
        caption.setSpacingBefore(200);
        caption.setSpacingAfter(80);
        caption.setKeepNext(true);
    }

    private void foot() {
        // The signature never stands on a page alone.
        document.getLastParagraph().setKeepNext(true);
        XWPFParagraph gap = document.createParagraph();
        gap.setSpacingAfter(0);
        gap.setKeepNext(true);
        XWPFTable boxes = DocxTable.pair(document, 0.5, 1);
        XWPFTableCell left = boxes.getRow(0).getCell(0);
        XWPFParagraph word = left.getParagraphs().getFirst();
        line(word, "Nơi nhận:", PageMeasures.RECEIVERS_HEADING, true, true).setAlignment(ParagraphAlignment.LEFT);
        text.receivers()
                .forEach(receiver -> line(left.addParagraph(), receiver, PageMeasures.RECEIVERS, false, false)
                        .setAlignment(ParagraphAlignment.LEFT));
        XWPFTableCell right = boxes.getRow(0).getCell(1);
        XWPFParagraph paragraph = right.getParagraphs().getFirst();
        for (String title : text.signerTitle()) {
            line(paragraph, title, PageMeasures.TEXT, true, false);
            paragraph = right.addParagraph();
        }
        // Room for the signature and the seal.
        paragraph.setSpacingBefore(PageMeasures.twips(24));
        line(paragraph, text.signerName(), PageMeasures.TEXT, true, false);
    }

    private void annex() {
        line(document.createParagraph(), OfficialText.ANNEX, PageMeasures.TEXT, true, false);
        line(document.createParagraph(), text.annex().title(), PageMeasures.TEXT, true, false);
        line(document.createParagraph(), text.annexOf(), PageMeasures.TEXT, false, true)
                .setSpacingAfter(200);
        DocxTable.figures(document, text.annex());
    }

    private static XWPFParagraph line(XWPFParagraph paragraph, String words, int size, boolean bold, boolean italic) {
        var run = DocxPage.run(paragraph, words, size);
        run.setBold(bold);
        run.setItalic(italic);
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(0);
        return paragraph;
    }
}
