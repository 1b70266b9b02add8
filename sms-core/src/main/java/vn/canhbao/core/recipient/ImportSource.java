package vn.canhbao.core.recipient;

/**
 * What an import reads and where it goes.
 *
 * @param storedFile the upload's name in the folder of uploads
 * @param mapping JSON object: our column → the file's column; {@code null} where the file's own names do
 * @param encoding of a CSV file by its usual name; {@code null} for a workbook, and before the import starts
 */
public record ImportSource(long listId, String storedFile, String mapping, String encoding, String requestedBy) {

    /** An upload that nobody has looked at yet. */
    public ImportSource(long listId, String storedFile, String requestedBy) {
        this(listId, storedFile, null, null, requestedBy);
    }
}
