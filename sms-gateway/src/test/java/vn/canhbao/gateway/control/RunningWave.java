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
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    PreparedMessage plain = stored.message("8496%07d".formatted(i), "Cảnh báo số " + i, 1);
                    return new PreparedMessage(
                            plain.waveId(),
                            plain.campaignId(),
                            i,
                            plain.msisdn(),
                            "VIETTEL",
                            plain.senderId(),
                            plain.text(),
                            1,
                            plain.status(),
                            Instant.now().plus(Duration.ofMinutes(10)),
                            null);
                })
                .toList();
    }
}
