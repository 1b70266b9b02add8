package vn.canhbao.scheduler.imports;

import static vn.canhbao.scheduler.imports.RecipientColumn.COMMUNE;
import static vn.canhbao.scheduler.imports.RecipientColumn.COMMUNE_CODE;
import static vn.canhbao.scheduler.imports.RecipientColumn.CONSENT_BASIS;
import static vn.canhbao.scheduler.imports.RecipientColumn.CONSENT_DATE;
import static vn.canhbao.scheduler.imports.RecipientColumn.CONSENT_EVIDENCE;
import static vn.canhbao.scheduler.imports.RecipientColumn.KIND;
import static vn.canhbao.scheduler.imports.RecipientColumn.PROVINCE;
import static vn.canhbao.scheduler.imports.RecipientColumn.PROVINCE_CODE;
import static vn.canhbao.scheduler.imports.RecipientColumn.TAGS;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.canhbao.core.recipient.Area;
import vn.canhbao.core.recipient.ConsentBasis;
import vn.canhbao.core.recipient.RecipientKind;
import vn.canhbao.core.recipient.Traits;

/** Reads a row's kind, area, tags and consent; an empty cell says nothing, a strange one is refused. */
final class TraitsReader {

    private static final Set<RecipientColumn> COLUMNS = Set.of(
            KIND, PROVINCE_CODE, PROVINCE, COMMUNE_CODE, COMMUNE, TAGS, CONSENT_BASIS, CONSENT_DATE, CONSENT_EVIDENCE);
    private static final int TAG_LENGTH = 50;
    private static final int TEXT_LENGTH = 500;
    private static final int NAME_LENGTH = 200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    // Folded, as people write them.
    private static final Map<String, RecipientKind> KINDS = Map.of(
            "staff", RecipientKind.STAFF,
            "nhanvien", RecipientKind.STAFF,
            "canbo", RecipientKind.STAFF,
            "subscriber", RecipientKind.SUBSCRIBER,
            "thuebao", RecipientKind.SUBSCRIBER,
            "nguoidan", RecipientKind.SUBSCRIBER);
    private static final Map<String, ConsentBasis> BASES = Map.of(
            "consent", ConsentBasis.CONSENT,
            "dongy", ConsentBasis.CONSENT,
            "publictask", ConsentBasis.PUBLIC_TASK,
            "nhiemvucong", ConsentBasis.PUBLIC_TASK,
            "law", ConsentBasis.LAW,
            "luat", ConsentBasis.LAW,
            "staff", ConsentBasis.STAFF,
            "nhanvien", ConsentBasis.STAFF);

    private final FileLayout layout;

    TraitsReader(FileLayout layout) {
        this.layout = layout;
    }

    boolean hasNoColumns() {
        return COLUMNS.stream().noneMatch(layout.columns()::containsKey);
    }

    Traits traits(List<String> cells) throws WrongCell {
        String commune = layout.cell(cells, COMMUNE_CODE);
        String province = layout.cell(cells, PROVINCE_CODE);
        return new Traits(
                oneOf(KINDS, cells, KIND, "nhân viên, thuê bao (STAFF, SUBSCRIBER)"),
                commune.isEmpty() ? nullIfEmpty(province) : commune,
                oneOf(
                        BASES,
                        cells,
                        CONSENT_BASIS,
                        "đồng ý, nhiệm vụ công, luật, nhân viên (CONSENT, PUBLIC_TASK, LAW, STAFF)"),
                day(cells),
                nullIfEmpty(limited(cells, CONSENT_EVIDENCE, TEXT_LENGTH)),
                tags(cells));
    }

    /** Province, then commune, as far as the row has their codes; a missing name is the code. */
    List<Area> areas(List<String> cells) throws WrongCell {
        String province = code(cells, PROVINCE_CODE, "\\d{2}", "2 chữ số (2 digits)");
        String commune = code(cells, COMMUNE_CODE, "\\d{5}", "5 chữ số (5 digits)");
        if (province.isEmpty()) {
            if (!commune.isEmpty()) {
                throw new WrongCell(
                        PROVINCE_CODE, "", "Có mã xã thì phải có mã tỉnh (a commune's code needs its province's)");
            }
            return List.of();
        }
        Area above = Area.province(province, or(limited(cells, PROVINCE, NAME_LENGTH), province));
        return commune.isEmpty()
                ? List.of(above)
                : List.of(above, Area.commune(commune, or(limited(cells, COMMUNE, NAME_LENGTH), commune), province));
    }

    private String code(List<String> cells, RecipientColumn column, String pattern, String shape) throws WrongCell {
        String code = layout.cell(cells, column);
        if (!code.isEmpty() && !code.matches(pattern)) {
            throw new WrongCell(column, code, "Mã địa bàn gồm " + shape + ", giữ cả số 0 ở đầu (an area's code)");
        }
        return code;
    }

    private <T> T oneOf(Map<String, T> words, List<String> cells, RecipientColumn column, String known)
            throws WrongCell {
        String word = layout.cell(cells, column);
        if (word.isEmpty()) {
            return null;
        }
        T meant = words.get(Wording.folded(word));
        if (meant == null) {
            throw new WrongCell(column, word, "Hãy ghi một trong (write one of): " + known);
        }
        return meant;
    }

    private LocalDate day(List<String> cells) throws WrongCell {
        String written = layout.cell(cells, CONSENT_DATE);
        try {
            return written.isEmpty()
                    ? null
                    : written.contains("/") ? LocalDate.parse(written, DAY) : LocalDate.parse(written);
        } catch (DateTimeException strange) {
            throw new WrongCell(
                    CONSENT_DATE, written, "Ngày viết như 30/11/2026 hoặc 2026-11-30 (write the day like these)");
        }
    }

    private List<String> tags(List<String> cells) throws WrongCell {
        String written = layout.cell(cells, TAGS);
        List<String> tags = Arrays.stream(written.split("[,;|]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
        if (tags.stream().anyMatch(tag -> tag.length() > TAG_LENGTH)) {
            throw new WrongCell(
                    TAGS, written, "Nhãn dài quá 50 ký tự, cách nhau bằng dấu phẩy (a tag is over 50 characters)");
        }
        return tags.isEmpty() ? null : tags;
    }

    private String limited(List<String> cells, RecipientColumn column, int length) throws WrongCell {
        String text = layout.cell(cells, column);
        if (text.length() > length) {
            throw new WrongCell(column, text, "Dài quá " + length + " ký tự (over " + length + " characters)");
        }
        return text;
    }

    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
