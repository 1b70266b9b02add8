package vn.canhbao.report.document;

import java.util.List;
import vn.canhbao.report.table.ReportTable;

/**
 * An official letter (công văn): it names no kind, its subject stands below its number.
 *
 * @param subject after {@code V/v}
 * @param form a table below the paragraphs, to be filled in by the addressee
 * @param closing the last sentence
 */
public record Letter(
        String subject, List<String> addressees, List<String> paragraphs, ReportTable form, String closing) {}
