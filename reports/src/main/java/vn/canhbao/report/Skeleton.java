package vn.canhbao.report;

import java.util.List;

/** The words of a new report, for people to edit. */
final class Skeleton {

    private Skeleton() {}

    static ReportDraft.Words of(ReportPeriod period, OfficeSettings office) {
        return new ReportDraft.Words(
                "Kết quả triển khai gửi tin nhắn cảnh báo tội phạm trên không gian mạng " + period.words(),
                office.addressees(),
                List.of(),
                List.of(
                        List.of(
                                "Trong {period}, cơ quan đã triển khai {campaigns} chiến dịch tin nhắn cảnh báo. Mọi nội dung "
                                        + "đều căn cứ nguồn chính thức, do một người soạn thảo và một người khác phê duyệt trước khi gửi "
                                        + "(Phụ lục kèm theo).",
                                "Tin nhắn được gửi tới {people} số thuê bao qua kết nối trực tiếp với các nhà mạng."),
                        List.of(
                                "Số liệu tính đến {asOf}, theo xác nhận của nhà mạng.",
                                "Số tin dự kiến: {planned}; đã chuyển cho nhà mạng: {submitted}; nhà mạng xác nhận đã phát: "
                                        + "{confirmed} ({confirmedShare} số tin đã chuyển). Không phát được: {undelivered}; chưa rõ kết quả: "
                                        + "{unclear}; chờ gửi: {waiting}; không gửi do từ chối nhận hoặc hủy: {withheld}.",
                                "Số thuê bao được nhà mạng xác nhận đã phát ít nhất một tin: {peopleConfirmed}. Số tin được người nhận "
                                        + "nhắn lại báo đã nhận: {acknowledged}.",
                                "Tổng số đoạn tin: {segments}; chi phí ước tính theo đơn giá hợp đồng: {cost} đồng.",
                                "So với {before}: số tin dự kiến {plannedBefore}, nhà mạng xác nhận {confirmedBefore}."),
                        List.of("(Nêu khó khăn, vướng mắc; nếu không có ghi: Không.)"),
                        List.of("(Nêu đề xuất, kiến nghị; nếu không có ghi: Không.)")),
                office.receivers(),
                office.signerTitle(),
                office.signerName());
    }
}
