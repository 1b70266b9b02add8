package vn.canhbao.core.statistics;

/** Why messages did not arrive, in words for people who know nothing of SMPP. */
public enum FailureReason {
    NUMBER("Số điện thoại không đúng hoặc không còn dùng"),
    SENDER("Nhà mạng không chấp nhận tên người gửi (brandname)"),
    REFUSED("Nhà mạng từ chối nhận tin"),
    PHONE("Nhà mạng báo không phát được tới máy người nhận"),
    REJECTED_LATER("Nhà mạng nhận tin rồi từ chối hoặc xoá"),
    EXPIRED_AT_OPERATOR("Hết hạn tại nhà mạng: máy tắt hoặc ngoài vùng phủ sóng"),
    EXPIRED_HERE("Hết hạn trước khi gửi được"),
    OURS("Hệ thống không gửi được");

    private final String words;

    FailureReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /**
     * Of a message that is FAILED or EXPIRED.
     *
     * @param commandStatus the highest of its segments (SMPP 3.4 §5.1.3), {@code null} without any
     * @param receiptState a final receipt's word other than DELIVERED, or {@code null}
     */
    public static FailureReason of(boolean expired, boolean submitted, Integer commandStatus, String receiptState) {
        if (expired) {
            return submitted ? EXPIRED_AT_OPERATOR : EXPIRED_HERE;
        }
        if (commandStatus != null && commandStatus != 0) {
            return switch (commandStatus) {
                // ESME_RINVDSTADR, ESME_RINVDSTTON, ESME_RINVDSTNPI
                case 0x0B, 0x50, 0x51 -> NUMBER;
                // ESME_RINVSRCADR, ESME_RINVSRCTON, ESME_RINVSRCNPI
                case 0x0A, 0x48, 0x49 -> SENDER;
                default -> REFUSED;
            };
        }
        if (receiptState != null) {
            return switch (receiptState) {
                case "REJECTED", "DELETED" -> REJECTED_LATER;
                case "EXPIRED" -> EXPIRED_AT_OPERATOR;
                default -> PHONE;
            };
        }
        return OURS;
    }
}
