package vn.canhbao.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTransitionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DRAFT     | SUBMITTED CANCELLED",
                "SUBMITTED | APPROVED REJECTED CANCELLED",
                "APPROVED  | RUNNING PAUSED CANCELLED",
                "REJECTED  | SUBMITTED CANCELLED",
                "RUNNING   | PAUSED CANCELLED FINISHED",
                "PAUSED    | APPROVED RUNNING CANCELLED",
                "CANCELLED | ''",
                "FINISHED  | ''"
            })
    void aCampaignMovesOnlySo(CampaignStatus from, String allowed) {
        assertThat(Arrays.stream(CampaignStatus.values())
                        .filter(next -> next != from && from.canTransitionTo(next))
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SCHEDULED | PREPARING WAITING PAUSED CANCELLED MISSED",
                "PREPARING | RUNNING WAITING PAUSED CANCELLED",
                "RUNNING   | WAITING PAUSED CANCELLED FINISHED",
                "WAITING   | SCHEDULED PREPARING RUNNING PAUSED CANCELLED FINISHED MISSED",
                "PAUSED    | SCHEDULED PREPARING RUNNING WAITING CANCELLED",
                "CANCELLED | ''",
                "FINISHED  | ''",
                "MISSED    | ''"
            })
    void aWaveMovesOnlySo(WaveStatus from, String allowed) {
        assertThat(Arrays.stream(WaveStatus.values())
                        .filter(next -> next != from && from.canTransitionTo(next))
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(allowed);
    }
}
