package vn.canhbao.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.statistics.FailureReason;
import vn.canhbao.report.ReportFacts.Before;
import vn.canhbao.report.ReportFacts.FailureCount;
import vn.canhbao.report.ReportFacts.Row;
import vn.canhbao.report.ReportFacts.SentCampaign;

/** A report with figures large enough to fill their columns, and texts with every kind of Vietnamese letter. */
public final class SampleReport {

    public static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");
    public static final OfficeSettings OFFICE = new OfficeSettings(
            "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP",
            "VĂN PHÒNG",
            "VP",
            "Đồng Tháp",
            "CNTT (Đạt)",
            List.of("Ủy ban nhân dân tỉnh Đồng Tháp"),
            List.of("Như trên", "Công an tỉnh (để phối hợp)"),
            List.of("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
            "Nguyễn Thị Quỳnh Như",
            "https://canhbao.example.gov.vn",
            "canhbao.example.gov.vn",
            "công an nơi gần nhất hoặc số 113",
            "Tỉnh Đồng Tháp",
            "82",
            Map.of("VIETTEL", new BigDecimal("350.5")));

    private static final Figures VIETTEL = sum(1_100_000, 2_400, 52_000, 31_000, 0, 14_000);
    private static final Figures VINAPHONE = sum(420_000, 900, 21_000, 8_000, 1_200, 3_000);
    private static final Figures MOBIFONE = sum(310_000, 350, 15_500, 7_750, 0, 12_900);

    public static final ReportFacts FACTS = new ReportFacts(
            ReportPeriod.parse("2026-Q4"),
            NOW,
            VIETTEL.plus(VINAPHONE).plus(MOBIFONE),
            612_345,
            590_001,
            1_234,
            List.of(new Row("Viettel", VIETTEL), new Row("VinaPhone", VINAPHONE), new Row("MobiFone", MOBIFONE)),
            List.of(
                    new Row("Phường Cao Lãnh", VIETTEL),
                    new Row("Xã Mỹ An Hưng", VINAPHONE),
                    new Row("Không thuộc đơn vị nào", MOBIFONE)),
            List.of(
                    new Row("Giả danh công an, viện kiểm sát, tòa án", VIETTEL.plus(VINAPHONE)),
                    new Row("Cảnh báo", MOBIFONE)),
            List.of(new FailureCount(FailureReason.PHONE, 80_500), new FailureCount(FailureReason.NUMBER, 8_000)),
            List.of(
                    campaign(
                            1,
                            "Không cơ quan công an nào yêu cầu chuyển tiền hay cung cấp mã OTP qua điện thoại. Nếu nhận "
                                    + "cuộc gọi như vậy, hãy cúp máy và báo công an nơi gần nhất.",
                            VIETTEL.plus(VINAPHONE),
                            false),
                    campaign(2, "Diễn tập: ẤM ỨC, ẰNG ỆCH, ỖNG ỠM, Ỷ ỹ <thử & nghiệm> \"ngoặc\".", MOBIFONE, true)),
            new Before(ReportPeriod.parse("2026-Q3"), sum(900_000, 0, 50_000, 10_000, 0, 7_000)),
            List.of(new ReportedBroadcast(
                    1,
                    "VNPT VinaPhone",
                    "Giả danh công an, viện kiểm sát, tòa án",
                    "Các xã, phường giáp biên giới",
                    NOW.minusSeconds(86_400),
                    180_000,
                    175_000,
                    169_500,
                    5_000)));

    private SampleReport() {}

    /** The usual words for these facts. */
    public static ReportDraft draft() {
        var words = Skeleton.of(FACTS.period(), OFFICE);
        return draft(words);
    }

    public static ReportDraft draft(ReportDraft.Words words) {
        return new ReportDraft(
                1,
                FACTS.period(),
                words.subject(),
                words.addressees(),
                words.bases(),
                words.sections(),
                words.receivers(),
                words.signerTitle(),
                words.signerName(),
                0,
                "soanthao",
                NOW,
                "soanthao",
                NOW);
    }

    private static SentCampaign campaign(long id, String text, Figures figures, boolean exercise) {
        return new SentCampaign(
                id,
                "Cảnh báo " + id,
                NOW.minusSeconds(86_400 * (10 - id)),
                "CONGANDT",
                "Giả danh công an",
                text,
                "Công văn 12/BC-CA ngày 20/11/2026 của Công an tỉnh",
                "Trần Văn Soạn",
                "Lê Thị Duyệt",
                exercise,
                figures);
    }

    private static Figures sum(
            long confirmed, long partly, long undelivered, long unclear, long waiting, long withheld) {
        BigDecimal price = new BigDecimal("350.5");
        return Figures.of(MessageStatus.DELIVERED, confirmed, confirmed, 2 * confirmed, price)
                .plus(Figures.of(MessageStatus.PARTLY_DELIVERED, partly, partly, 2 * partly, price))
                .plus(Figures.of(MessageStatus.FAILED, undelivered, undelivered / 2, undelivered, price))
                .plus(Figures.of(MessageStatus.UNKNOWN, unclear, unclear, 2 * unclear, price))
                .plus(Figures.of(MessageStatus.READY, waiting, 0, 0, price))
                .plus(Figures.of(MessageStatus.SUPPRESSED, withheld, 0, 0, price));
    }
}
