package vn.canhbao.console.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.canhbao.console.security.Accounts;

/**
 * What the demonstration starts with: a data directory of its own (emptied first, unless the database is somebody's
 * MySQL), a free port, a password, and short waits.
 *
 * @param options for Spring
 * @param notes what the reader should know before it starts
 */
record DemoStart(List<String> options, Path directory, String password, List<String> notes) {

    private static final int USUAL_PORT = 8080;

    static DemoStart prepare(String[] given) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(given));
        Path directory = Path.of(settings.getProperty("canhbao.data-dir", "data"), "demo");
        List<String> notes = new ArrayList<>();
        if (settings.containsProperty("spring.datasource.url")) {
            notes.add("Cơ sở dữ liệu có sẵn, giữ nguyên dữ liệu cũ (your own database: its data stays).");
        } else {
            empty(directory);
        }
        String password = settings.getProperty("canhbao.password", Accounts.randomPassword());
        List<String> options =
                new ArrayList<>(List.of("--logging.threshold.console=WARN", "--canhbao.password=" + password));
        options.addAll(quickWaits(settings));
        if (!settings.containsProperty("server.port") && taken(USUAL_PORT)) {
            notes.add("Cổng 8080 đang bận, dùng cổng trống khác (port 8080 is taken: using a free one).");
            options.add("--server.port=0");
        }
        Arrays.stream(given)
                .filter(option -> !option.equals("--keep") && !option.startsWith("--canhbao.data-dir="))
                .forEach(options::add);
        options.add("--canhbao.data-dir=" + directory);
        return new DemoStart(options, directory, password, notes);
    }

    // A campaign is finished when nothing is open any more: the demonstration doesn't wait hours for a lost receipt.
    private static List<String> quickWaits(Environment settings) {
        return Stream.of("canhbao.settlement.receipt-grace=PT3S")
                .filter(setting -> !settings.containsProperty(setting.split("=", 2)[0]))
                .map(setting -> "--" + setting)
                .toList();
    }

    private static boolean taken(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException bound) {
            return true;
        }
    }

    private static void empty(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        if (open(directory.resolve("canhbao.mv.db"))) {
            throw new StillRunning(directory);
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(DemoStart::delete);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    // H2 holds a lock on its file; deleted under it, the other demonstration would lose its data without a word.
    private static boolean open(Path database) {
        if (!Files.exists(database)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException refused) {
            return true;
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Another demonstration uses the directory. */
    static final class StillRunning extends RuntimeException {

        StillRunning(Path directory) {
            super(
                    "Một bản demo khác đang chạy trong "
                            + directory.toAbsolutePath().normalize()
                            + ": hãy tắt bản đó hoặc đặt --canhbao.data-dir=<thư mục khác> (another demo runs there: stop it or choose another data directory).");
        }
    }
}
