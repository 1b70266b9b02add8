package vn.canhbao.report.document;

/**
 * The measures of an official text on A4, from Decree 30/2020/NĐ-CP, Annex I; where it leaves a range, what we take. Sizes
 * in points, lengths in millimetres.
 */
final class PageMeasures {

    static final double WIDTH = 210;
    static final double HEIGHT = 297;
    /** 20–25. */
    static final double TOP = 20;
    /** 20–25. */
    static final double BOTTOM = 20;
    /** 30–35. */
    static final double LEFT = 30;
    /** 15–20. */
    static final double RIGHT = 15;

    static final double TEXT_WIDTH = WIDTH - LEFT - RIGHT;
    /** From the paper's edge to the page number, in the top margin. */
    static final double PAGE_NUMBER = 10;

    static final String FONT = "Times New Roman";

    /** Boxes 1 and 2: 12–13. */
    static final int NAMES = 12;
    /** The motto of box 1: 13–14. */
    static final int MOTTO = 13;
    /** Box 3. */
    static final int NUMBER = 13;
    /** Box 5b, a letter's subject below its number: 12–13. */
    static final int ABOUT = 12;
    /** Box 4: 13–14. */
    static final int PLACE_AND_DATE = 13;
    /** BÁO CÁO, its subject, text, headings, signer: 13–14. */
    static final int TEXT = 14;

    static final int PAGE_NUMBER_SIZE = 14;
    static final int RECEIVERS_HEADING = 12;
    static final int RECEIVERS = 11;
    /** Tables: not in the decree; large enough for a copy. */
    static final int TABLE = 11;

    /** First line of a paragraph, 10 or 12.7. */
    static final double FIRST_LINE = 12.7;
    /** Between paragraphs, at least 6. */
    static final int BETWEEN_PARAGRAPHS = 6;
    /** Of the width, for boxes 2 and 3: the state's name must stay on one line beside them. */
    static final double LEFT_SHARE = 0.4;
    /** Its width in points, less a little air. */
    static final double LEFT_BOX = points(TEXT_WIDTH) * LEFT_SHARE - 6;
    /** A table of so many rows is not broken over pages. */
    static final int KEPT_TOGETHER = 15;
    /** Of the rules below the body's name and the subject: 1/3–1/2 of the text. */
    static final double RULE_SHARE = 0.4;

    private PageMeasures() {}

    /** Twentieths of a point, as DOCX measures. */
    static int twips(double millimetres) {
        return (int) Math.round(millimetres / 25.4 * 1440);
    }

    static double points(double millimetres) {
        return millimetres / 25.4 * 72;
    }

    static double millimetres(double points) {
        return points / 72 * 25.4;
    }
}
