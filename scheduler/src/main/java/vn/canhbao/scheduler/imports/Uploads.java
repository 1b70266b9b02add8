package vn.canhbao.scheduler.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.canhbao.core.problem.InvalidInput;

/** The folder {@code imports} of the data directory: uploads wait there until their import is completed. */
@Component
class Uploads {

    private final Path folder;
    private final DataSize limit;

    Uploads(@Value("${canhbao.data-dir:data}") Path dataDirectory, ImportProperties properties) {
        this.folder = dataDirectory.resolve("imports");
        this.limit = properties.maxBytes();
    }

    /** Stores an upload under a name of its own; one that is too large leaves nothing behind. */
    String store(InputStream upload) {
        String name = UUID.randomUUID().toString();
        try {
            Files.createDirectories(folder);
            long stored;
            try (OutputStream target = Files.newOutputStream(path(name), StandardOpenOption.CREATE_NEW)) {
                stored = copy(upload, target);
            }
            if (stored > limit.toBytes()) {
                delete(name);
                throw InvalidInput.of(
                        "file",
                        "Tệp lớn hơn " + limit.toMegabytes() + " MB; hãy chia thành nhiều tệp nhỏ hơn (larger than "
                                + limit.toMegabytes() + " MB: split it into smaller files)");
            }
            return name;
        } catch (IOException broken) {
            delete(name);
            throw new UncheckedIOException("upload could not be stored in " + folder, broken);
        }
    }

    private long copy(InputStream upload, OutputStream target) throws IOException {
        byte[] block = new byte[8192];
        long total = 0;
        for (int read = upload.read(block); read >= 0 && total <= limit.toBytes(); read = upload.read(block)) {
            target.write(block, 0, read);
            total += read;
        }
        return total;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    boolean has(String name) {
        return Files.isRegularFile(path(name));
    }

    /**
     * The right to import the file, held until it is closed; empty where someone has it. The operating system takes it
     * back when the process dies, so that no clock has to guess whether the process is alive.
     */
    Optional<FileLock> claim(String name) {
        try {
            FileChannel channel =
                    FileChannel.open(path(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(lock);
                }
            } catch (OverlappingFileLockException ours) {
                // This very process is importing it.
            }
            channel.close();
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException("no lock on upload " + name, broken);
        }
    }

    void release(String name, FileLock claim) {
        try {
            claim.acquiredBy().close();
            Files.deleteIfExists(path(name + ".lock"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Removes an upload: it holds people's numbers and is not kept longer than it is needed. */
    void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
