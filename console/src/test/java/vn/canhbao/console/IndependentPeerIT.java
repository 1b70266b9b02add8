package vn.canhbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import vn.canhbao.gateway.peers.CloudhopperSmsc;
import vn.canhbao.gateway.peers.PeerMessages;
import vn.canhbao.gateway.peers.PeerSmsc;
import vn.canhbao.gateway.peers.ScriptSmsc;

/** A campaign through an SMSC that isn't ours: who got what, as its own library decoded it. */
class IndependentPeerIT {

    private static final int PLAIN = 800;
    private static final int ACCENTED = 200;
    private static final String PLAIN_TEXT =
            "Canh bao [Cong an tinh]: khong cung cap ma OTP, khong chuyen tien theo yeu cau.";
    private static final String ACCENTED_TEXT =
            "Cảnh báo: Cơ quan Công an KHÔNG làm việc, lấy lời khai qua điện thoại, mạng xã hội. Không cung cấp mã OTP,"
                    + " không chuyển tiền theo yêu cầu. Gặp nghi vấn báo ngay Công an nơi gần nhất.";

    enum Peer {
        NODE_SMPP(ScriptSmsc::node),
        CLOUDHOPPER(CloudhopperSmsc::start),
        NET_SMPP(ScriptSmsc::perl);

        private final Supplier<PeerSmsc> start;

        Peer(Supplier<PeerSmsc> start) {
            this.start = start;
        }
    }

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void everyoneGetsTheTextOnceWithTheRightSegments(Peer peer) {
        try (PeerSmsc smsc = peer.start.get();
                var application = new SpringApplicationBuilder(Canhbao.class)
                        .run(
                                "--server.port=0",
                                "--canhbao.data-dir=" + directory,
                                "--canhbao.password=" + RestScript.PASSWORD,
                                "--canhbao.links.peer.host=127.0.0.1",
                                "--canhbao.links.peer.port=" + smsc.port(),
                                "--canhbao.links.peer.system-id=canhbao",
                                "--canhbao.links.peer.password=canhbao",
                                "--canhbao.links.peer.window=50")) {
            RestScript script =
                    new RestScript(application.getEnvironment().getProperty("local.server.port", Integer.class));
            long plain = script.send(script.list("thường", csv(0, PLAIN)), PLAIN_TEXT);
            // Decomposed, as a Mac writes it: what people get is NFC.
            long accented = script.send(
                    script.list("có dấu", csv(PLAIN, ACCENTED)),
                    Normalizer.normalize(ACCENTED_TEXT, Normalizer.Form.NFD));
            script.awaitFinished(plain, Duration.ofMinutes(2));
            script.awaitFinished(accented, Duration.ofMinutes(2));

            assertThat(smsc.received()).hasSize(PLAIN + 3 * ACCENTED);
            Map<String, List<String>> texts = PeerMessages.byDestination(smsc.received());
            assertThat(texts)
                    .isEqualTo(IntStream.range(0, PLAIN + ACCENTED)
                            .boxed()
                            .collect(Collectors.toMap(
                                    IndependentPeerIT::msisdn, i -> List.of(i < PLAIN ? PLAIN_TEXT : ACCENTED_TEXT))));
            assertThat(script.tally(plain, "delivered")).isEqualTo(PLAIN);
            assertThat(script.tally(accented, "delivered")).isEqualTo(ACCENTED);
            assertThat(script.campaign(accented).get("clean").asBoolean()).isTrue();
        }
    }

    private static String csv(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "0" + msisdn(i).substring(2) + ",Nguyễn Văn " + i + ",Phòng Thử nghiệm")
                .collect(Collectors.joining("\n", "msisdn,full_name,unit\n", "\n"));
    }

    private static String msisdn(int i) {
        List<String> prefixes = List.of("96", "91", "90", "92", "99", "87", "55");
        return "84" + prefixes.get(i % prefixes.size()) + "%07d".formatted(5_000_000 + i);
    }
}
