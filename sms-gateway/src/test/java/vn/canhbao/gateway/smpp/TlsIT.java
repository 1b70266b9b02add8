package vn.canhbao.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link over TLS, with certificates that the JDK's keytool makes for the test. */
class TlsIT {

    static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    static Path keys;
    static Path pem;
    static Path trusted;
    static Path foreign;

    ScriptedSmsc smsc;
    SmppLink link;

    @BeforeAll
    static void makeCertificates() throws Exception {
        keys = keyPair("smsc", "dns:smsc.example.vn,dns:localhost");
        pem = directory.resolve("smsc.pem");
        keytool("-exportcert", "-rfc", "-alias", "smsc", "-keystore", keys.toString(), "-file", pem.toString());
        trusted = directory.resolve("trusted.p12");
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", pem.toString(), "-keystore", trusted.toString());
        Path other = keyPair("other", "dns:localhost");
        Path otherPem = directory.resolve("other.pem");
        keytool("-exportcert", "-rfc", "-alias", "other", "-keystore", other.toString(), "-file", otherPem.toString());
        foreign = directory.resolve("foreign.p12");
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                otherPem.toString(),
                "-keystore",
                foreign.toString());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        smsc.close();
    }

    @Test
    void aTrustedCertificateOfTheRightHostIsBoundTo() throws Exception {
        smsc = overTls();
        start("host", "localhost", "tls.trust-store", trusted.toString(), "tls.trust-store-password", PASSWORD);

        await().until(link::isUp);
    }

    @Test
    void aPemFileIsATrustStoreToo() throws Exception {
        smsc = overTls();
        start("host", "localhost", "tls.trust-store", pem.toString(), "tls.trust-store-type", "PEM");

        await().until(link::isUp);
    }

    @Test
    void aCertificateThatIsNotTrustedIsRefusedWithTheRemedy() throws Exception {
        smsc = overTls();
        start("host", "localhost", "tls.trust-store", foreign.toString(), "tls.trust-store-password", PASSWORD);

        assertThat(error()).contains("certificate not trusted", "canhbao.links.viettel.tls.trust-store");
        assertThat(smsc.sessions).allMatch(session -> session.seen.isEmpty());
    }

    @Test
    void withoutATrustStoreTheJdksCertificatesCount() throws Exception {
        smsc = overTls();
        start("host", "localhost");

        assertThat(error()).contains("certificate not trusted");
    }

    @Test
    void aCertificateOfAnotherHostIsRefusedUnlessToldNotToLook() throws Exception {
        smsc = overTls();
        start("host", "127.0.0.1", "tls.trust-store", trusted.toString(), "tls.trust-store-password", PASSWORD);

        assertThat(error()).contains("certificate of another host", "tls.verify-hostname");
        link.close();
        start(
                "host",
                "127.0.0.1",
                "tls.trust-store",
                trusted.toString(),
                "tls.trust-store-password",
                PASSWORD,
                "tls.verify-hostname",
                "false");

        await().until(link::isUp);
    }

    @Test
    void aPlainPortIsNamedAsSuch() throws Exception {
        // Whatever comes, a plain SMPP server takes it for a PDU and answers in its own language.
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            smsc = new ScriptedSmsc((pdu, session) -> false);
            Thread.startVirtualThread(() -> {
                try (var socket = plain.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream().write(new byte[16]);
                } catch (IOException over) {
                    // The link went away.
                }
            });
            start("host", "127.0.0.1", "port", Integer.toString(plain.getLocalPort()));

            assertThat(error()).contains("no TLS on this port", "tls.enabled");
        }
    }

    @Test
    void aTrustStoreThatCannotBeReadIsNamed() throws Exception {
        smsc = overTls();
        start("host", "localhost", "tls.trust-store", trusted.toString(), "tls.trust-store-password", "wrong");

        assertThat(error()).contains("trust store unreadable", "trust-store-password", trusted.toString());
    }

    private String error() {
        await().until(() -> link.lastError() != null);
        assertThat(link.isUp()).isFalse();
        assertThat(link.lastError().message()).doesNotContain("\n");
        return link.lastError().message();
    }

    private void start(String... keysAndValues) {
        Map<String, String> map = new TreeMap<>(Map.of("tls.enabled", "true"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        link = new SmppLink("viettel", WiredLink.settings(smsc.port(), map), Clock.systemUTC());
        link.start(deliverSm -> {});
    }

    private static ScriptedSmsc overTls() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = new FileInputStream(keys.toFile())) {
            store.load(file, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new ScriptedSmsc(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")),
                (pdu, session) -> false);
    }

    private static Path keyPair(String name, String hosts) throws Exception {
        Path store = directory.resolve(name + ".p12");
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + hosts,
                "-validity",
                "2",
                "-keystore",
                store.toString());
        return store;
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-storepass", PASSWORD));
        command.addAll(1, List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(Files.list(directory)).isNotEmpty();
    }
}
