package vn.canhbao.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.inbound.InboundAlphabet;
import vn.canhbao.core.inbound.InboundKind;
import vn.canhbao.core.inbound.InboundMessage;
import vn.canhbao.core.inbound.InboundMessages;
import vn.canhbao.core.inbound.InboundSegment;
import vn.canhbao.core.inbound.InboundSegments;

/** Long messages put together and repetitions dropped, with the clock in our hands. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class InboundReaderIT {

    static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(NOW);
    final InboundSegments segments;
    final InboundMessages messages;
    final List<InboundMessage> routed = new ArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    String poison = "";

    InboundReaderIT(TestDatabase kind) {
        database = kind.open();
        segments = new InboundSegments(database.jdbc());
        messages = new InboundMessages(database.jdbc());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void segmentsInAnyOrderOverAnyLinkAreOneMessageWhenTheLastIsThere() {
        // An emoji of two code units is cut through.
        byte[] octets = "Xin chào 👍 mọi người".getBytes(StandardCharsets.UTF_16BE);
        come("mobifone", 7, 3, 3, Arrays.copyOfRange(octets, 30, octets.length));
        come("viettel", 7, 3, 1, Arrays.copyOfRange(octets, 0, 20));
        reader().read();
        assertThat(routed).isEmpty();

        come("viettel", 7, 3, 2, Arrays.copyOfRange(octets, 20, 30));
        reader().read();

        assertThat(routed).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("Xin chào 👍 mọi người");
            assertThat(message.complete()).isTrue();
        });
        assertThat(messages.page(NOW, 0, 10)).isEqualTo(routed);
    }

    @Test
    void aSegmentThatTheSmscSendsAgainHasNoSecondEffect() {
        come("viettel", 7, 2, 1, ucs("một "));
        come("viettel", 7, 2, 1, ucs("một "));
        come("viettel", 7, 2, 2, ucs("hai"));
        reader().read();
        clock.advance(Duration.ofMinutes(30));
        come("viettel", 7, 2, 2, ucs("hai"));
        reader().read();
        clock.advance(Duration.ofMinutes(20));
        reader().read();

        assertThat(routed).extracting(InboundMessage::text).containsExactly("một hai");
        assertThat(meters.counter("canhbao.inbound", "link", "viettel", "kind", "DUPLICATE")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aShortMessageIsReadOnceWithinMinutesAndAgainLater() {
        comeWhole("OK");
        comeWhole("OK");
        reader().read();
        clock.advance(Duration.ofMinutes(1));
        comeWhole("OK");
        reader().read();
        assertThat(routed).hasSize(1);

        clock.advance(Duration.ofMinutes(3));
        comeWhole("OK");
        reader().read();

        assertThat(routed).hasSize(2);
    }

    @Test
    void whatIsStillIncompleteAfterAQuarterOfAnHourIsGivenOutAsItCame() {
        come("viettel", 7, 4, 2, ucs("hai "));
        come("viettel", 7, 4, 3, ucs("ba "));
        reader().read();
        clock.advance(Duration.ofMinutes(14));
        reader().read();
        assertThat(routed).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        reader().read();
        reader().read();

        assertThat(routed).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("…hai ba …");
            assertThat(message.complete()).isFalse();
            assertThat(message.segments()).isEqualTo(2);
            assertThat(message.hasItsBeginning()).isFalse();
        });
    }

    @Test
    void aReferenceThatComesRoundStartsAnotherMessage() {
        come("viettel", 7, 2, 1, ucs("cũ "));
        come("viettel", 7, 2, 1, ucs("mới "));
        come("viettel", 7, 2, 2, ucs("xong"));
        reader().read();

        assertThat(routed).extracting(InboundMessage::text).containsExactly("cũ …", "mới xong");
    }

    @Test
    void messagesOfSeveralNumbersWithTheSameReferenceAreKeptApart() {
        segments.add(segment("84961111111", "viettel", 7, 2, 1, ucs("A1")));
        segments.add(segment("84962222222", "viettel", 7, 2, 1, ucs("B1")));
        segments.add(segment("84962222222", "viettel", 7, 2, 2, ucs("B2")));
        segments.add(segment("84961111111", "viettel", 7, 2, 2, ucs("A2")));
        reader().read();

        assertThat(routed).extracting(InboundMessage::text).containsExactly("B1B2", "A1A2");
    }

    @Test
    void whatFailsInTheRouteIsUndoneAndReadAgainWhileOthersGoOn() {
        poison = "hỏng";
        comeWhole("hỏng");
        comeWhole("OK");
        reader().read();
        assertThat(routed).extracting(InboundMessage::text).containsExactly("OK");
        assertThat(messages.newest(null, 10)).extracting(InboundMessage::text).containsExactly("OK");

        poison = "";
        reader().read();

        assertThat(routed).extracting(InboundMessage::text).containsExactly("OK", "hỏng");
        assertThat(messages.newest(null, 10)).hasSize(2);
    }

    @Test
    void twoServersReadAMessageOnce() throws Exception {
        for (int reference = 0; reference < 20; reference++) {
            come("viettel", reference, 2, 2, ucs("hai"));
            come("viettel", reference, 2, 1, ucs("một "));
        }
        try (var servers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> one = () -> {
                reader().read();
                return null;
            };
            for (var finished : servers.invokeAll(List.of(one, one))) {
                finished.get();
            }
        }

        assertThat(messages.newest(null, 100))
                .hasSize(20)
                .allMatch(message -> message.text().equals("một hai"));
    }

    private InboundReader reader() {
        return new InboundReader(
                segments,
                messages,
                message -> {
                    if (message.text().equals(poison)) {
                        throw new IllegalStateException("poison");
                    }
                    synchronized (routed) {
                        routed.add(message);
                    }
                    return InboundKind.REPLY;
                },
                BoundSettings.of(),
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
                meters,
                clock);
    }

    private void comeWhole(String text) {
        come("viettel", 0, 1, 1, ucs(text));
    }

    private void come(String link, int reference, int total, int number, byte[] octets) {
        segments.add(segment("84961234567", link, reference, total, number, octets));
    }

    private InboundSegment segment(String from, String link, int reference, int total, int number, byte[] octets) {
        return new InboundSegment(
                0, link, clock.instant(), from, "8188", InboundAlphabet.UCS_2, octets, reference, total, number);
    }

    private static byte[] ucs(String text) {
        return text.getBytes(StandardCharsets.UTF_16BE);
    }
}
