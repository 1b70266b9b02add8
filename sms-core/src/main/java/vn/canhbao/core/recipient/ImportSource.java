package vn.canhbao.core.recipient;

/**
 * What an import reads and where it goes.
 *
 * @param storedFile the upload's name in the folder of uploads
 * @param mapping JSON object: our column → the file's column; {@code null} where the file's own names do
 */
public record ImportSource(long listId, String storedFile, String mapping, String requestedBy) {}
