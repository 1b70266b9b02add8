package vn.canhbao.core.audit;

import vn.canhbao.core.key.OfficeKey;

/** How a row is sealed: an HMAC over the former seal, the place and every field with its length before it. */
final class ChainSeal {

    private final OfficeKey.Hashing hashing;

    ChainSeal(OfficeKey key) {
        hashing = key.hashing("audit");
    }

    String of(String before, long no, SealedRow row) {
        return hashing.hash(field(before)
                + field(Long.toString(no))
                + field(Long.toString(row.id()))
                + field(Long.toString(row.at().toEpochMilli()))
                + field(row.actor())
                + field(row.action())
                + field(row.subject())
                + field(row.detail()));
    }

    String ofBeginning(long no, String hash) {
        return hashing.hash("beginning" + field(Long.toString(no)) + field(hash));
    }

    // With its length, so that no text can be moved from one field into the next.
    private static String field(String text) {
        return text == null ? "-;" : text.length() + ":" + text + ";";
    }
}
