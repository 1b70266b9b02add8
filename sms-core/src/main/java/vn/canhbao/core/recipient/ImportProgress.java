package vn.canhbao.core.recipient;

/** Rows to add to an import's figures; {@code read} is their sum. */
public record ImportProgress(long accepted, long duplicates, long rejected) {

    public long read() {
        return accepted + duplicates + rejected;
    }
}
