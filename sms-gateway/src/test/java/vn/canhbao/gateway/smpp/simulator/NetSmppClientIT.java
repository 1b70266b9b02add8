package vn.canhbao.gateway.smpp.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.canhbao.core.tool.NeedsTool;
import vn.canhbao.core.tool.Tool;
import vn.canhbao.gateway.peers.PeerMessages;
import vn.canhbao.gateway.peers.ScriptSmsc;
import vn.canhbao.gateway.peers.SimulatorView;

/** The built-in SMSC against a client on Debian's Net::SMPP (Perl), which decodes its answers and receipts by itself. */
@NeedsTool(Tool.NET_SMPP)
class NetSmppClientIT {

    private static final String ACCENTED = "Cảnh báo: không cung cấp mã OTP";
    private final List<AcceptedSubmit> accepted = new CopyOnWriteArrayList<>();

    @Test
    void itSubmitsEveryEncodingAndTwoSegmentsAndReadsItsReceipts() throws Exception {
        var settings = SimulatorSettings.of(Map.of("perl", OperatorProfile.plain("secret")));
        try (var smsc = SmscSimulator.start(settings, Clock.systemUTC(), accepted::add)) {
            List<String> said = client(
                    smsc,
                    "perl",
                    "84960000001 0 0 " + hex("Canh bao", StandardCharsets.US_ASCII),
                    "84960000002 0 8 " + hex(ACCENTED, StandardCharsets.UTF_16BE),
                    "84960000003 64 0 050003070201" + hex("khong chuyen ", StandardCharsets.US_ASCII),
                    "84960000003 64 0 050003070202" + hex("tien", StandardCharsets.US_ASCII));

            assertThat(PeerMessages.byDestination(SimulatorView.of(accepted)))
                    .isEqualTo(Map.of(
                            "84960000001", List.of("Canh bao"),
                            "84960000002", List.of(ACCENTED),
                            "84960000003", List.of("khong chuyen tien")));
            assertThat(said)
                    .filteredOn(line -> line.startsWith("id "))
                    .containsExactlyElementsOf(accepted.stream()
                            .map(submit -> "id " + submit.messageId())
                            .toList());
            assertThat(receipts(said))
                    .containsExactlyInAnyOrderElementsOf(accepted.stream()
                            .map(submit -> submit.messageId() + " 2 DELIVRD")
                            .toList());
            assertThat(said).endsWith("unbind_resp");
            assertThat(smsc.counters("perl").receiptsTaken()).isEqualTo(4);
        }
    }

    @Test
    void itReadsTheReceiptOfAFailure() throws Exception {
        var settings = SimulatorSettings.of(
                Map.of("perl", OperatorProfile.plain("secret").withReceiptWord("UNDELIV", 1)));
        try (var smsc = SmscSimulator.start(settings, Clock.systemUTC(), accepted::add)) {
            List<String> said = client(smsc, "perl", "84960000001 0 0 61");

            assertThat(receipts(said)).containsExactly(accepted.getFirst().messageId() + " 5 UNDELIV");
        }
    }

    /** "id state word" as the TLVs receipted_message_id and message_state and the text say. */
    private static List<String> receipts(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith("receipt "))
                .map(line -> line.replaceFirst("receipt (\\S+) (\\d+) id:\\1 .* stat:(\\S+) .*", "$1 $2 $3"))
                .toList();
    }

    private static List<String> client(SmscSimulator smsc, String systemId, String... submits) throws Exception {
        Process client = new ProcessBuilder("perl", "client.pl", Integer.toString(smsc.port()), systemId, "secret")
                .directory(ScriptSmsc.SCRIPTS.resolve("net-smpp").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = client.outputWriter(StandardCharsets.US_ASCII)) {
            in.write(String.join("\n", submits) + "\n");
        }
        try (var out = client.inputReader(StandardCharsets.US_ASCII)) {
            assertThat(client.waitFor(60, TimeUnit.SECONDS))
                    .as("the client ends")
                    .isTrue();
            assertThat(client.exitValue()).isZero();
            return out.lines().toList();
        } finally {
            client.destroyForcibly();
        }
    }

    private static String hex(String text, java.nio.charset.Charset charset) {
        return HexFormat.of().formatHex(text.getBytes(charset));
    }
}
