package vn.canhbao.scheduler.imports;

import java.util.BitSet;
import vn.canhbao.core.recipient.Msisdn;

/**
 * The numbers that a file has named so far: a bit each, 1.25 MB a prefix in use, at most 70 MB whatever the file's size. A
 * set of two million boxed numbers would be 110 MB.
 */
final class SeenNumbers {

    private static final int COUNTRY_CODE = 2;
    private static final int A_PREFIX = 10_000_000;

    private final BitSet[] byPrefix = new BitSet[100];

    /** @return false where it was seen before */
    boolean add(Msisdn msisdn) {
        int national =
                Integer.parseInt(msisdn.digits(), COUNTRY_CODE, msisdn.digits().length(), 10);
        int prefix = national / A_PREFIX;
        if (byPrefix[prefix] == null) {
            byPrefix[prefix] = new BitSet();
        }
        boolean before = byPrefix[prefix].get(national % A_PREFIX);
        byPrefix[prefix].set(national % A_PREFIX);
        return !before;
    }
}
