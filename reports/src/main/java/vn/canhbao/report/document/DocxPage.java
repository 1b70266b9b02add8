package vn.canhbao.report.document;

import static vn.canhbao.report.document.PageMeasures.twips;

import java.math.BigInteger;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STOnOff1;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;

/** Paragraphs and sections of a DOCX in the decree's measures. */
final class DocxPage {

    private DocxPage() {}

    /** An empty document whose every text is Times New Roman and Vietnamese unless it says otherwise. */
    static XWPFDocument document() {
        XWPFDocument document = new XWPFDocument();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(PageMeasures.FONT);
        fonts.setHAnsi(PageMeasures.FONT);
        fonts.setCs(PageMeasures.FONT);
        fonts.setEastAsia(PageMeasures.FONT);
        var styles = document.createStyles();
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage("vi-VN");
        return document;
    }

    /** A4 with the decree's margins; the page number stands in the top margin from the second page on. */
    static void section(XWPFDocument document, CTSectPr section) {
        CTPageSz paper = section.addNewPgSz();
        paper.setW(BigInteger.valueOf(twips(PageMeasures.WIDTH)));
        paper.setH(BigInteger.valueOf(twips(PageMeasures.HEIGHT)));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(twips(PageMeasures.TOP)));
        margins.setBottom(BigInteger.valueOf(twips(PageMeasures.BOTTOM)));
        margins.setLeft(BigInteger.valueOf(twips(PageMeasures.LEFT)));
        margins.setRight(BigInteger.valueOf(twips(PageMeasures.RIGHT)));
        margins.setHeader(BigInteger.valueOf(twips(PageMeasures.PAGE_NUMBER)));
        margins.setFooter(BigInteger.valueOf(twips(PageMeasures.PAGE_NUMBER)));
        section.addNewPgNumType().setStart(BigInteger.ONE);
        section.addNewTitlePg().setVal(STOnOff1.ON);
        var headers = new XWPFHeaderFooterPolicy(document, section);
        headers.createHeader(XWPFHeaderFooterPolicy.FIRST).createParagraph();
        XWPFParagraph number =
                headers.createHeader(XWPFHeaderFooterPolicy.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        CTSimpleField field = number.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        run(new XWPFRun(field.addNewR(), number), "2", PageMeasures.PAGE_NUMBER_SIZE);
    }

    /** A run in the document's font; {@link XWPFRun#setBold} and {@link XWPFRun#setItalic} are the caller's. */
    static XWPFRun run(XWPFParagraph paragraph, String text, int size) {
        return run(paragraph.createRun(), text, size);
    }

    private static XWPFRun run(XWPFRun run, String text, int size) {
        run.setFontFamily(PageMeasures.FONT);
        run.setFontSize(size);
        run.setText(text);
        return run;
    }

    /** A centred rule of this length below the paragraph before it; a border, so that it can't be typed away. */
    static void rule(XWPFParagraph paragraph, double widthPoints, double lengthPoints) {
        int indent = (int) Math.round((widthPoints - lengthPoints) / 2 * 20);
        paragraph.setIndentationLeft(indent);
        paragraph.setIndentationRight(indent);
        paragraph.setSpacingBefore(40);
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBetween(4, LineSpacingRule.EXACT);
        CTPPr properties = paragraph.getCTPPr();
        CTBorder top = properties.addNewPBdr().addNewTop();
        top.setVal(STBorder.SINGLE);
        top.setSz(BigInteger.valueOf(6));
        top.setSpace(BigInteger.ZERO);
        top.setColor("000000");
    }
}
