package vn.canhbao.core.text;

/**
 * Keeps a spreadsheet from taking text for a formula: what begins with {@code = + - @}, a tab or a line break gets an
 * apostrophe before it in the files that we write, and loses it again when such a file is imported (OWASP, CSV
 * injection).
 */
public final class FormulaGuard {

    private static final String DANGEROUS = "=+-@\t\r\n";

    private FormulaGuard() {}

    /** The text as a cell of a file that people open. */
    public static String guarded(String text) {
        return startsDangerously(text, 0) ? "'" + text : text;
    }

    /** The text of a cell that may have been guarded. */
    public static String plain(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '\'' && startsDangerously(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean startsDangerously(String text, int at) {
        return text.length() > at && DANGEROUS.indexOf(text.charAt(at)) >= 0;
    }
}
