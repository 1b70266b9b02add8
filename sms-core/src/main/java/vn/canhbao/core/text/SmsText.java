package vn.canhbao.core.text;

import java.util.List;

/**
 * A text ready to be sent.
 *
 * @param text normalised to NFC
 * @param encoding GSM-7 where every character is in it, else UCS-2
 * @param units septets (an escape pair is 2) or 16-bit units
 * @param segments the text of each segment, in order; no escape pair, surrogate pair is ever split
 */
public record SmsText(String text, SmsEncoding encoding, int units, List<String> segments) {

    /** Normalises, chooses the alphabet and cuts. */
    public static SmsText of(String text) {
        throw new UnsupportedOperationException("text helper");
    }
}
