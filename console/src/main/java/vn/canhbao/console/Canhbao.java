package vn.canhbao.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TimeZone;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.canhbao.console.audit.AuditCommand;
import vn.canhbao.console.demo.Demo;
import vn.canhbao.gateway.smpp.simulator.SimulatorCommand;

/**
 * The application and its commands: {@code serve} (the default), {@code demo [--keep]}, {@code simulator}, {@code audit verify}; whatever
 * follows the command are Spring options ({@code --server.port=8081}).
 */
@SpringBootApplication(scanBasePackages = "vn.canhbao")
public class Canhbao {

    public static void main(String[] arguments) {
        // Quartz and the drivers fall back to the zone of the JVM where nobody names one: it must be the one of the
        // tables.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        // Vietnamese also where the locale says nothing (LANG=C).
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        boolean named = arguments.length > 0 && !arguments[0].startsWith("-");
        String command = named ? arguments[0] : "serve";
        String[] options = named ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
        switch (command) {
            case "serve" -> Startup.run(options);
            case "demo" -> Demo.main(options);
            case "audit" -> AuditCommand.main(options);
            case "simulator" -> SimulatorCommand.main(options);
            default -> {
                System.err.println(
                        "Không có lệnh '" + command
                                + "'. Các lệnh: serve, demo [--keep], audit verify, simulator (no such command; these are the commands).");
                System.exit(2);
            }
        }
    }
}
