package vn.canhbao.report;

import java.time.Instant;
import java.util.List;

/**
 * An official report before its export: its words, without figures. In the sections {@code {planned}} and the other
 * {@link SectionFigures} stand for figures, which are read when the document is made.
 *
 * @param addressees {@code Kính gửi}
 * @param bases {@code Căn cứ}; may be empty
 * @param sections four, I to IV, each of paragraphs
 * @param receivers {@code Nơi nhận}, without the last line, which is the archive's
 * @param signerTitle authority and title, one a line
 * @param signerName may be empty: then the line stays blank
 * @param version how often it was edited
 */
public record ReportDraft(
        long id,
        ReportPeriod period,
        String subject,
        List<String> addressees,
        List<String> bases,
        List<List<String>> sections,
        List<String> receivers,
        List<String> signerTitle,
        String signerName,
        int version,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt) {

    /** The headings of the four sections. */
    public static final List<String> HEADINGS =
            List.of("I. TÌNH HÌNH TRIỂN KHAI", "II. KẾT QUẢ", "III. KHÓ KHĂN, VƯỚNG MẮC", "IV. ĐỀ XUẤT, KIẾN NGHỊ");

    /** What people edit. */
    public record Words(
            String subject,
            List<String> addressees,
            List<String> bases,
            List<List<String>> sections,
            List<String> receivers,
            List<String> signerTitle,
            String signerName) {}

    public Words words() {
        return new Words(subject, addressees, bases, sections, receivers, signerTitle, signerName);
    }
}
