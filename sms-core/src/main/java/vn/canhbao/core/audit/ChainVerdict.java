package vn.canhbao.core.audit;

/**
 * What the look at every seal of the audit trail found.
 *
 * @param whole every row is as it was written, and none is missing
 * @param rows so many were looked at and are sound; those before the first broken one
 * @param brokenRow the id of the row that was changed; of a missing one the id of the row before it; else {@code null}
 * @param lastNo of a whole chain: its last place, which with {@code lastHash} can be kept elsewhere as evidence
 * @param finding in words for people
 */
public record ChainVerdict(boolean whole, long rows, Long brokenRow, Long lastNo, String lastHash, String finding) {

    static ChainVerdict whole(long rows, long lastNo, String lastHash) {
        return new ChainVerdict(
                true,
                rows,
                null,
                lastNo,
                lastHash,
                "Nhật ký nguyên vẹn: " + rows + " dòng, dòng cuối " + lastNo + ", dấu " + lastHash + " (whole: " + rows
                        + " rows)");
    }

    static ChainVerdict changed(long rows, long id) {
        return new ChainVerdict(
                false,
                rows,
                id,
                null,
                null,
                "Dòng " + id + " của audit_trail đã bị sửa sau khi ghi; " + rows + " dòng trước đó nguyên vẹn (row "
                        + id + " was changed; the " + rows + " before it are sound)");
    }

    static ChainVerdict missing(long rows, long id, long no) {
        return new ChainVerdict(
                false,
                rows,
                id,
                null,
                null,
                "Thiếu dòng thứ " + no + " của chuỗi, ngay sau dòng " + id + " của audit_trail: đã bị xóa (place " + no
                        + ", after row " + id + ", is missing: it was deleted)");
    }

    static ChainVerdict beginningMoved() {
        return new ChainVerdict(
                false,
                0,
                0L,
                null,
                null,
                "Đầu chuỗi trong audit_chain đã bị sửa (the chain's beginning in audit_chain was changed)");
    }
}
