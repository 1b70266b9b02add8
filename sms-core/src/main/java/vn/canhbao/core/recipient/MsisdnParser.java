package vn.canhbao.core.recipient;

import java.util.regex.Pattern;
import vn.canhbao.core.operator.PrefixTable;
import vn.canhbao.core.recipient.ParsedMsisdn.Mobile;
import vn.canhbao.core.recipient.ParsedMsisdn.Refused;

/**
 * Reads numbers as people write them: {@code 0…}, {@code 84…}, {@code +84…}, {@code 0084…}, 9 digits whose 0 a
 * spreadsheet dropped, with spaces, dots, hyphens or brackets, and the 11-digit numbers of before 15 September 2018.
 *
 * <p>The gate is our own prefix table, not a library's: libphonenumber refuses numbers in use (055, 089) and names the
 * wrong operators.
 */
public final class MsisdnParser {

    private static final int NATIONAL = 9;

    // A leading apostrophe is a spreadsheet's mark for "text"; Cf are the invisible direction marks of phones'
    // contacts.
    private static final Pattern SEPARATORS = Pattern.compile("^'|[\\s\\p{Z}\\p{Cf}\\p{Pd}.()]");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+?\\d+");
    private static final Pattern SEVERAL = Pattern.compile(".*\\d.*[/,;|\\n].*\\d.*", Pattern.DOTALL);
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]+");
    private static final Pattern EMERGENCY = Pattern.compile("0?11[1-5]");
    private static final Pattern SERVICE = Pattern.compile("0?1[89]00[0-9]{4,6}");

    private final PrefixTable prefixes;

    public MsisdnParser(PrefixTable prefixes) {
        this.prefixes = prefixes;
    }

    /** The number, or why it is none; {@code null} counts as empty. */
    public ParsedMsisdn parse(String written) {
        String trimmed = written == null ? "" : written.strip();
        if (isPlain(trimmed)) {
            return mobile(trimmed.substring(1));
        }
        if (SCIENTIFIC.matcher(trimmed).matches()) {
            return refused(
                    "bảng tính đã đổi số thành dạng khoa học và làm mất chữ số; hãy định dạng cột là Văn bản (Text), nhập lại số rồi lưu lại CSV",
                    "a spreadsheet turned the number into scientific notation and lost digits; format the column as Text, enter the number again and save the CSV again");
        }
        if (SEVERAL.matcher(trimmed).matches()) {
            return refused("nhiều số trong một ô; mỗi dòng chỉ một số", "more than one number; write one number a row");
        }
        String compact = SEPARATORS.matcher(trimmed).replaceAll("");
        if (compact.isEmpty()) {
            return refused("thiếu số điện thoại", "the number is missing");
        }
        if (!DIGITS.matcher(compact).matches()) {
            String strange = compact.replaceFirst("^\\+", "").replaceAll("[0-9]", "");
            return refused(
                    "có ký tự không phải chữ số: " + strange + "; kiểm tra chữ O và số 0, chữ l và số 1",
                    "not a digit: " + strange + "; check for letters typed instead of 0 or 1");
        }
        if (EMERGENCY.matcher(compact).matches()) {
            return refused("số khẩn cấp, không nhận SMS cảnh báo", "an emergency number, not a subscriber");
        }
        if (SERVICE.matcher(compact).matches()) {
            return refused(
                    "số dịch vụ 1800/1900, không nhận SMS; hãy ghi số di động",
                    "a 1800/1900 service number can't get SMS; enter a mobile number");
        }
        return national(compact);
    }

    // 0912345678, as nine of ten are written: twenty times faster than the patterns, which would find the same.
    private static boolean isPlain(String written) {
        if (written.length() != NATIONAL + 1 || written.charAt(0) != '0' || written.charAt(1) < '3') {
            return false;
        }
        for (int at = 1; at < written.length(); at++) {
            if (written.charAt(at) < '0' || written.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private ParsedMsisdn national(String digits) {
        if (digits.startsWith("+84") || digits.startsWith("0084")) {
            return mobile(withoutTrunk(digits.substring(digits.startsWith("+") ? 3 : 4)));
        }
        if (digits.startsWith("+") || digits.startsWith("00")) {
            return refused(
                    "số nước ngoài hoặc sai mã quốc gia; chỉ nhận số di động Việt Nam (+84)",
                    "a foreign number or a wrong country code; only Vietnamese mobile numbers (+84) are taken");
        }
        if (digits.startsWith("0")) {
            return mobile(digits.substring(1));
        }
        // 084 is a prefix too: 9 digits that begin with 84 lost their 0, they don't carry the country code.
        if (digits.startsWith("84") && digits.length() > NATIONAL) {
            return mobile(withoutTrunk(digits.substring(2)));
        }
        return mobile(digits);
    }

    // +84 (0)912 345 678
    private static String withoutTrunk(String national) {
        return national.startsWith("0") ? national.substring(1) : national;
    }

    private ParsedMsisdn mobile(String national) {
        var converted = FormerPrefixes.converted(national);
        if (converted.isPresent()) {
            return new Mobile(new Msisdn("84" + converted.get()), true);
        }
        if (national.startsWith("2") && national.length() >= NATIONAL && national.length() <= NATIONAL + 1) {
            return refused(
                    "số cố định (đầu số 02), không nhận SMS; hãy ghi số di động",
                    "a fixed line (02…) can't get SMS; enter a mobile number");
        }
        if (national.length() < NATIONAL) {
            return refused(
                    "thiếu chữ số: có " + national.length() + ", cần 9 chữ số sau số 0 hoặc 84",
                    "too short: " + national.length() + " digits, 9 are needed after 0 or 84");
        }
        if (national.length() > NATIONAL) {
            return refused(
                    "thừa chữ số: có " + national.length() + ", cần 9 chữ số sau số 0 hoặc 84",
                    "too long: " + national.length() + " digits, 9 are needed after 0 or 84");
        }
        if (prefixes.operatorOf(national).isEmpty()) {
            String prefix = "0" + national.substring(0, 2);
            return refused(
                    "đầu số " + prefix + " không phải đầu số di động nào đang dùng",
                    prefix + " is no mobile prefix in our table");
        }
        return new Mobile(new Msisdn("84" + national), false);
    }

    private static Refused refused(String vietnamese, String english) {
        return new Refused(
                Character.toUpperCase(vietnamese.charAt(0)) + vietnamese.substring(1) + " (" + english + ")");
    }
}
