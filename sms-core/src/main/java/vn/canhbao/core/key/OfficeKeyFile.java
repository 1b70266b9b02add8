package vn.canhbao.core.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The file {@code protection.key} of the data directory: 64 hexadecimal digits, made when they are first needed. */
final class OfficeKeyFile {

    private static final int OCTETS = 32;

    private final Path file;

    OfficeKeyFile(Path dataDirectory) {
        file = dataDirectory.resolve("protection.key");
    }

    byte[] read() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "Không đọc được khóa " + file + " (can't read the key " + file + ")", broken);
        }
    }

    private void make() throws IOException {
        byte[] secret = new byte[OCTETS];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "protection", ".new");
        Files.writeString(fresh, HexFormat.of().formatHex(secret) + "\n", StandardOpenOption.WRITE);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        try {
            // A link, not a move: whoever is second keeps what the first one made.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException faster) {
            // Another process made it.
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
