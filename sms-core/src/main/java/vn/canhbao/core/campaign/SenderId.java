package vn.canhbao.core.campaign;

import java.util.Optional;

/** The alphanumeric sender id (brandname) rule of Decree 91/2020/NĐ-CP, Art. 23. */
public final class SenderId {

    public static final int LONGEST = 11;

    private SenderId() {}

    /** What is wrong with it, in words, or empty. */
    public static Optional<String> problem(String senderId) {
        if (senderId == null || senderId.isBlank()) {
            return Optional.of(
                    "thiếu sender id (brandname); nhập tên đã đăng ký với nhà mạng (the registered brandname is needed)");
        }
        if (senderId.length() > LONGEST) {
            return Optional.of("dài " + senderId.length() + " ký tự, nhiều nhất là 11; rút gọn (" + senderId.length()
                    + " characters, at most 11)");
        }
        if (!senderId.matches("[A-Za-z0-9._ -]+")) {
            return Optional.of(
                    "chỉ gồm chữ không dấu, chữ số, '-', '_', '.', khoảng trắng (only unaccented letters, digits, - _ . and space)");
        }
        if (senderId.matches("[0-9]+")) {
            return Optional.of("không được toàn chữ số (must not be digits only)");
        }
        return Optional.empty();
    }
}
