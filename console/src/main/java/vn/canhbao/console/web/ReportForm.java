package vn.canhbao.console.web;

import java.util.List;
import vn.canhbao.report.ReportDraft;

/** The fields of the form that edits a report: one paragraph, addressee or title a line. */
record ReportForm(
        int version,
        String subject,
        String addressees,
        String bases,
        String section1,
        String section2,
        String section3,
        String section4,
        String receivers,
        String signerTitle,
        String signerName) {

    static ReportForm of(ReportDraft draft) {
        return new ReportForm(
                draft.version(),
                draft.subject(),
                joined(draft.addressees()),
                joined(draft.bases()),
                joined(draft.sections().get(0)),
                joined(draft.sections().get(1)),
                joined(draft.sections().get(2)),
                joined(draft.sections().get(3)),
                joined(draft.receivers()),
                joined(draft.signerTitle()),
                draft.signerName());
    }

    /** As the page numbers them, from 0. */
    public List<String> sections() {
        return List.of(section1, section2, section3, section4);
    }

    ReportDraft.Words words() {
        return new ReportDraft.Words(
                subject,
                lines(addressees),
                lines(bases),
                List.of(lines(section1), lines(section2), lines(section3), lines(section4)),
                lines(receivers),
                lines(signerTitle),
                signerName);
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines);
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().toList();
    }
}
