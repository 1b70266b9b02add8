package vn.canhbao.scheduler.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns that we know, each with the names that people give it; {@link Wording#folded} makes case and accents equal.
 * Any other column of a file becomes an attribute. A new column is one more line here, and {@link RowCheck} or {@link TraitsReader} reads it.
 */
public enum RecipientColumn {
    MSISDN(
            "msisdn",
            true,
            "số điện thoại",
            "điện thoại",
            "sđt",
            "số đt",
            "đt",
            "số di động",
            "di động",
            "số điện thoại di động",
            "điện thoại di động",
            "phone",
            "phone number",
            "mobile"),
    FULL_NAME("full_name", true, "họ tên", "họ và tên", "họ và tên đầy đủ", "họ tên đầy đủ", "tên", "name"),
    UNIT("unit", true, "đơn vị", "đơn vị công tác", "tên đơn vị", "phòng ban", "cơ quan"),
    PARENT_UNIT("parent_unit", false, "đơn vị cấp trên", "đơn vị chủ quản", "trực thuộc"),
    KIND("kind", false, "loại người nhận", "đối tượng"),
    PROVINCE_CODE("province_code", false, "mã tỉnh"),
    PROVINCE("province", false, "tỉnh", "tỉnh thành phố", "tên tỉnh"),
    COMMUNE_CODE("commune_code", false, "mã xã", "mã phường xã"),
    COMMUNE("commune", false, "xã phường", "phường xã", "tên xã"),
    TAGS("tags", false, "nhãn"),
    CONSENT_BASIS("consent_basis", false, "căn cứ xử lý dữ liệu", "cơ sở đồng ý"),
    CONSENT_DATE("consent_date", false, "ngày đồng ý"),
    CONSENT_EVIDENCE("consent_evidence", false, "văn bản đồng ý");

    private final String key;
    private final boolean required;
    private final List<String> names;

    RecipientColumn(String key, boolean required, String... names) {
        this.key = key;
        this.required = required;
        this.names = List.of(names);
    }

    /** Its name in a mapping, which a file may use too. */
    public String key() {
        return key;
    }

    boolean required() {
        return required;
    }

    List<String> names() {
        return names;
    }

    static Optional<RecipientColumn> of(String key) {
        return Arrays.stream(values()).filter(column -> column.key.equals(key)).findFirst();
    }

    static String keys() {
        return Arrays.stream(values()).map(RecipientColumn::key).collect(Collectors.joining(", "));
    }
}
