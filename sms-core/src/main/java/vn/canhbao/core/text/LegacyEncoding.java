package vn.canhbao.core.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Vietnamese of before Unicode, or Unicode read wrongly, pasted as Latin letters. It can't be folded or sent as it is:
 * the author is asked for Unicode text. A guess by words that no Vietnamese text in Unicode has; at least two of them,
 * and none of the letters that only Unicode has.
 */
public enum LegacyEncoding {
    /** TCVN 5712 (.VnTime fonts): {@code C¶nh b¸o lõa ®¶o}. */
    TCVN3("\\p{L}[µ¶·¸¹¨©®»¼½¾ª«¬°±²³´º×ÞßØÜÝ]+\\p{L}|[®§][µ¶·¸¹¨©êîôö­]?\\p{L}"),
    /** VNI (VNI-Times fonts): {@code Caûnh baùo löøa ñaûo}. */
    VNI("[aAeEoOuUyYôÔöÖ][ùøûõïåäëüÙØÛÕÏÅÄËÜ]|[aA][âáàãêéèú]|[eE][âáàã]|\\b[ñÑ]\\p{L}"),
    /** UTF-8 read as Windows-1252 or Latin-1: {@code Cáº£nh bÃ¡o}. */
    MISREAD_UTF_8("á[º»]|Ã[\\u0080-\\u00BF]|Ä[‘\\u0090\\u0091ƒ]|Æ[°¡\\u00A0\\u00AF]");

    private static final Pattern UNICODE_ONLY = Pattern.compile("[\\u1EA0-\\u1EF9ăĂđĐơƠưƯ]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Punct}]+");

    private final Pattern sign;

    LegacyEncoding(String sign) {
        this.sign = Pattern.compile(sign, Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** What the text seems to be written in, if it isn't Unicode. */
    public static Optional<LegacyEncoding> in(String text) {
        if (UNICODE_ONLY.matcher(text).find()) {
            return Optional.empty();
        }
        LegacyEncoding likeliest = null;
        long most = 1;
        for (LegacyEncoding encoding : values()) {
            long words = SPACE.splitAsStream(text)
                    .filter(word -> encoding.sign.matcher(word).find())
                    .count();
            if (words > most) {
                likeliest = encoding;
                most = words;
            }
        }
        return Optional.ofNullable(likeliest);
    }
}
