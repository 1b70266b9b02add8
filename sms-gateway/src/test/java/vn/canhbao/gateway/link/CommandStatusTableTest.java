package vn.canhbao.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandStatusTableTest {

    final CommandStatusTable usual = CommandStatusTable.with(Map.of());

    @ParameterizedTest
    @CsvSource({
        "0x01, StopWave",
        "0x02, StopLink",
        "0x03, StopLink",
        "0x04, Rebind",
        "0x05, Rebind",
        "0x06, StopLink",
        "0x07, StopLink",
        "0x08, RetryHere",
        "0x0A, StopWave",
        "0x0B, FailRecipient",
        "0x0D, StopLink",
        "0x0E, StopLink",
        "0x0F, StopLink",
        "0x14, RetryHere",
        "0x15, StopLink",
        "0x33, StopLink",
        "0x40, StopLink",
        "0x43, StopLink",
        "0x45, RetryHere",
        "0x48, StopWave",
        "0x49, StopWave",
        "0x50, StopWave",
        "0x51, StopWave",
        "0x53, StopLink",
        "0x58, PauseLink",
        "0x61, StopLink",
        "0x62, StopWave",
        "0x64, RetryHere",
        "0x65, FailRecipient",
        "0x66, FailRecipient",
        "0xC0, StopLink",
        "0xC4, StopLink",
        "0xFE, FailRecipient",
        "0xFF, RetryHere",
        "0x100, StopLink",
        "0x102, RetryHere",
        "0x112, StopLink",
        "0x400, FailRecipient",
        "0x7FFFFFFF, FailRecipient"
    })
    void everyCodeHasItsUsualAction(String status, String action) {
        assertThat(usual.of(Integer.decode(status)).getClass().getSimpleName()).isEqualTo(action);
    }

    @Test
    void aFullQueueIsTriedAgainEverLaterUpToThreeMinutes() {
        assertThat(delays(usual.of(0x14))).containsExactly(30L, 60L, 120L, 180L, 180L);
        assertThat(delays(usual.of(0x08))).containsExactly(30L, 30L);
        assertThat(delays(usual.of(0xFF))).containsExactly(60L);
    }

    @Test
    void aLinksOwnRowTakesThePlaceOfTheUsualOne() {
        CommandStatusTable own =
                CommandStatusTable.with(Map.of("0x14", "FAIL_RECIPIENT", "0x0401", "RETRY_HERE 3x10s..1m"));

        assertThat(own.of(0x14)).isEqualTo(new RefusalAction.FailRecipient());
        assertThat(own.of(0x0401))
                .isEqualTo(new RefusalAction.RetryHere(3, Duration.ofSeconds(10), Duration.ofMinutes(1)));
        assertThat(own.of(0x08)).isEqualTo(usual.of(0x08));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RETRY_ELSEWHERE", "FAIL_RECIPIENT", "STOP_WAVE", "STOP_LINK", "PAUSE_LINK", "RETRY_HERE 1x1s"})
    void everyActionCanBeWritten(String action) {
        assertThat(CommandStatusTable.with(Map.of("0x0400", action))
                        .of(0x400)
                        .getClass()
                        .getSimpleName())
                .isEqualToIgnoringCase(action.split(" ")[0].replace("_", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "0x14, RETRY",
        "0x14, RETRY_HERE",
        "0x14, RETRY_HERE 5",
        "abc, STOP_LINK",
        "0x04, STOP_LINK",
        "0, STOP_LINK"
    })
    void aRowThatMakesNoSenseIsRefusedWithItsKeyAndWhatMayBeWritten(String code, String action) {
        assertThatThrownBy(() -> CommandStatusTable.with(Map.of(code, action)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("canhbao.links.*.command-status." + code + ": ")
                .hasMessageContaining(code.equals("0x14") ? "RETRY_HERE 5x30s" : "0x");
    }

    private static java.util.List<Long> delays(RefusalAction action) {
        RefusalAction.RetryHere retry = (RefusalAction.RetryHere) action;
        return IntStream.rangeClosed(1, retry.tries())
                .mapToObj(number -> retry.delay(number).toSeconds())
                .toList();
    }
}
