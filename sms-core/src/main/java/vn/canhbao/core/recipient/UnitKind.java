package vn.canhbao.core.recipient;

import java.util.regex.Pattern;

/** What a unit is: part of the office, or a commune of the area. */
public enum UnitKind {
    OFFICE,
    COMMUNE;

    // "xã hội" (social) and "hợp tác xã" (co-operative) are no communes, nor is a former "thị xã".
    private static final Pattern COMMUNES = Pattern.compile(
            "(?<!thị )(?<!hợp tác )\\bxã\\b(?! hội)|\\bphường\\b|\\bthị trấn\\b|\\bđặc khu\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** COMMUNE where the name says xã, phường, thị trấn or đặc khu; otherwise OFFICE. */
    public static UnitKind of(String name) {
        return COMMUNES.matcher(name).find() ? COMMUNE : OFFICE;
    }
}
