package vn.canhbao.gateway.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.StoredWave;

/** Messages that may be sent now, each to a number of its own. */
final class RunningWave {

    private RunningWave() {}

    static List<PreparedMessage> messages(StoredWave stored, int count) {
        return messages(stored, "8496", count, 1);
    }

    /** @param segments of each text: of 1, 2, 3 … */
    static List<PreparedMessage> messages(StoredWave stored, String prefix, int count, int segments) {
        String filling = " khong bam vao duong dan la".repeat(segments == 1 ? 0 : 5 * segments);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    PreparedMessage plain = stored.message(
                            prefix + "%07d".formatted(i),
                            (segments == 1 ? "Cảnh báo số " : "Canh bao so ") + i + filling,
                            segments);
                    return new PreparedMessage(
                            plain.waveId(),
                            plain.campaignId(),
                            i,
                            plain.msisdn(),
                            "VIETTEL",
                            plain.senderId(),
                            plain.text(),
                            segments,
                            plain.status(),
                            Instant.now().plus(Duration.ofMinutes(10)),
                            null);
                })
                .toList();
    }
}
