package vn.canhbao.report.document;

import java.util.ArrayList;
import java.util.List;
import vn.canhbao.report.OfficeSettings;
import vn.canhbao.report.ReportDraft;
import vn.canhbao.report.ReportFacts;
import vn.canhbao.report.SectionFigures;
import vn.canhbao.report.table.ReportTable;
import vn.canhbao.report.table.ReportTables;

/**
 * What stands in an official report or letter, whatever the file format: the boxes of Decree 30/2020, the sections with
 * their tables, the annex. Number and date stay blank: the registry gives them.
 *
 * @param kind {@code BÁO CÁO}, or {@code null} in a letter, whose subject stands below its number
 * @param annex {@code null} where there is none
 */
record OfficialText(
        String superior,
        String issuer,
        String number,
        String placeAndDate,
        String kind,
        String subject,
        List<String> addressees,
        List<String> bases,
        List<Section> sections,
        List<String> receivers,
        List<String> signerTitle,
        String signerName,
        ReportTable annex,
        String annexOf) {

    static final String STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
    static final String REPORT = "BÁO CÁO";
    static final String ANNEX = "Phụ lục";

    // No-break spaces: room for what is written in by hand, which no program may fold away.
    private static final String BLANK = "\u00A0".repeat(6);

    /** A section: heading ({@code null} in a letter), paragraphs, and what follows them. */
    record Section(String heading, List<String> paragraphs, List<ReportTable> tables, BarChart chart) {}

    static OfficialText of(ReportDraft draft, ReportFacts facts, OfficeSettings office) {
        String number = "Số:" + BLANK + "/BC-" + office.symbol();
        String date = "ngày" + BLANK + "tháng" + BLANK + "năm" + BLANK;
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < ReportDraft.HEADINGS.size(); i++) {
            boolean results = i == 1;
            sections.add(new Section(
                    ReportDraft.HEADINGS.get(i),
                    draft.sections().get(i).stream()
                            .map(text -> SectionFigures.fill(text, facts))
                            .toList(),
                    results ? ReportTables.results(facts) : List.of(),
                    results ? BarChart.ofOperators(facts) : null));
        }
        return new OfficialText(
                office.superior(),
                office.name(),
                number,
                office.place() + ", " + date,
                REPORT,
                draft.subject(),
                draft.addressees(),
                draft.bases(),
                sections,
                receivers(draft.receivers(), office),
                draft.signerTitle(),
                draft.signerName(),
                ReportTables.campaigns(facts),
                "(Kèm theo Báo cáo số" + BLANK + "/BC-" + office.symbol() + " " + date + "của " + office.name() + ")");
    }

    static OfficialText of(Letter letter, OfficeSettings office) {
        // The letters of the drafting unit, without what stands in brackets after them.
        String unit = office.draftingUnit().replaceFirst("\\s*\\(.*", "");
        return new OfficialText(
                office.superior(),
                office.name(),
                "Số:" + BLANK + "/" + office.symbol() + "-" + unit,
                office.place() + ", ngày" + BLANK + "tháng" + BLANK + "năm" + BLANK,
                null,
                letter.subject(),
                letter.addressees(),
                List.of(),
                List.of(
                        new Section(null, letter.paragraphs(), List.of(letter.form()), null),
                        new Section(null, List.of(letter.closing()), List.of(), null)),
                receivers(office.receivers(), office),
                office.signerTitle(),
                office.signerName(),
                null,
                null);
    }

    private static List<String> receivers(List<String> names, OfficeSettings office) {
        List<String> receivers = new ArrayList<>();
        names.forEach(receiver -> receivers.add("- " + receiver.replaceAll("[;.]$", "") + ";"));
        receivers.add("- Lưu: VT, " + office.draftingUnit() + ".");
        return receivers;
    }

    /** What the file calls itself. */
    String title() {
        return kind == null ? "Công văn " + subject : kind + " " + subject;
    }

    /** The subject of a letter, which is centred below the number in as many lines as it needs. */
    String about() {
        return "V/v " + subject;
    }

    /** The subject as it is centred. */
    List<String> subjectLines() {
        return SerifFont.BOLD.lines(subject, PageMeasures.TEXT, PageMeasures.points(PageMeasures.TEXT_WIDTH));
    }

    /** How long the rule below it is, in points. */
    double subjectRule() {
        double longest = subjectLines().stream()
                .mapToDouble(line -> SerifFont.BOLD.width(line, PageMeasures.TEXT))
                .max()
                .orElse(0);
        return Math.min(longest, PageMeasures.points(PageMeasures.TEXT_WIDTH)) * PageMeasures.RULE_SHARE;
    }

    /** Several addressees stand as dashed lines below the colon, {@code ;} after each and {@code .} after the last. */
    List<String> dashedAddressees() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < addressees.size(); i++) {
            lines.add("- " + addressees.get(i).replaceAll("[;.]$", "") + (i == addressees.size() - 1 ? "." : ";"));
        }
        return lines;
    }
}
