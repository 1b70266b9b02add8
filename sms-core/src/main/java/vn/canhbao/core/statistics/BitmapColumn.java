package vn.canhbao.core.statistics;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.roaringbitmap.RoaringBitmap;

/** Recipient ids in a column: Roaring's portable format; no octets are an empty set. */
final class BitmapColumn {

    private BitmapColumn() {}

    static byte[] octets(RoaringBitmap ids) {
        ids.runOptimize();
        ByteArrayOutputStream octets = new ByteArrayOutputStream(ids.serializedSizeInBytes());
        try {
            ids.serialize(new DataOutputStream(octets));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return octets.toByteArray();
    }

    static RoaringBitmap ids(byte[] octets) {
        RoaringBitmap ids = new RoaringBitmap();
        if (octets.length > 0) {
            try {
                ids.deserialize(ByteBuffer.wrap(octets));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return ids;
    }
}
