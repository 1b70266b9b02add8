package vn.canhbao.scheduler.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Refuses workbooks that unpack to more than a list of people needs: a small file can hold gigabytes of blanks. */
final class WorkbookSize {

    private static final long UNPACKED = 4L << 30;
    // These are kept in memory while the sheet is read: about 1.5 times their size.
    private static final long SHARED_STRINGS = 160L << 20;

    private WorkbookSize() {}

    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long total = zip.stream().mapToLong(ZipEntry::getSize).sum();
            long strings = zip.stream()
                    .filter(entry -> entry.getName().endsWith("sharedStrings.xml"))
                    .mapToLong(ZipEntry::getSize)
                    .sum();
            if (total > UNPACKED || strings > SHARED_STRINGS) {
                throw BrokenFile.tooLargeInside();
            }
        } catch (ZipException corrupt) {
            throw BrokenFile.notAWorkbook();
        }
    }
}
