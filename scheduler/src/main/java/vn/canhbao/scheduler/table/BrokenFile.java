package vn.canhbao.scheduler.table;

import vn.canhbao.core.problem.InvalidInput;

/** What we say about files that can't be read: each names the field {@code file} and the remedy. */
final class BrokenFile {

    private static final String SAVE_AS =
            "trong bảng tính chọn Lưu thành (Save As) → “Excel Workbook (.xlsx)” hoặc “CSV UTF-8” rồi nhập lại (save as .xlsx or CSV UTF-8 and import again)";

    private BrokenFile() {}

    static InvalidInput empty() {
        return refused("Tệp rỗng; hãy chọn tệp CSV hoặc XLSX có dòng tiêu đề (the file is empty)");
    }

    static InvalidInput oldExcel() {
        return refused("Tệp Excel kiểu cũ (.xls): " + SAVE_AS);
    }

    static InvalidInput encrypted() {
        return refused(
                "Tệp Excel có mật khẩu; hãy mở tệp, vào Tệp → Thông tin → Bảo vệ sổ làm việc, xóa mật khẩu, lưu rồi nhập lại (the workbook is encrypted: remove its password, save and import again)");
    }

    static InvalidInput binary() {
        return refused("Tệp nhị phân, không phải CSV hay XLSX: " + SAVE_AS);
    }

    static InvalidInput unknownEncoding() {
        return refused("Không nhận ra bảng mã của tệp (chỉ đọc " + TextEncoding.labels()
                + "; the file's encoding is none of these): " + SAVE_AS);
    }

    static InvalidInput notIn(TextEncoding encoding) {
        return InvalidInput.of(
                "encoding",
                "Tệp không viết bằng bảng mã " + encoding.label()
                        + "; hãy chọn bảng mã khác (the file is not written in this encoding, choose another)");
    }

    static InvalidInput malformedCell(long row) {
        return refused("Dấu ngoặc kép không khép ở gần dòng " + row
                + "; hãy sửa ô đó rồi nhập lại (a quoted cell is malformed near row " + row
                + ": mend it and import again)");
    }

    static InvalidInput notAWorkbook() {
        return refused("Tệp nén nhưng không phải sổ làm việc XLSX, hoặc XLSX hỏng: " + SAVE_AS);
    }

    static InvalidInput corrupt(long row) {
        return refused(
                "Tệp XLSX hỏng sau dòng " + row + "; hãy mở bằng bảng tính, " + SAVE_AS + "; corrupt after row " + row);
    }

    static InvalidInput tooLargeInside() {
        return refused(
                "Tệp XLSX nở ra quá lớn khi giải nén; hãy lưu thành CSV UTF-8 hoặc chia nhỏ (the workbook is too large when unpacked: save as CSV UTF-8 or split it)");
    }

    private static InvalidInput refused(String message) {
        return InvalidInput.of("file", message);
    }
}
