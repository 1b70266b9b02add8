package vn.canhbao.core.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class NameWordsIT {

    static final Msisdn AN = new Msisdn("84980000001");

    final TestDatabase.Opened database;
    final TransactionTemplate transaction;
    final NameWords names;
    final Recipients recipients;
    final RecipientDirectory directory;

    NameWordsIT(TestDatabase kind) {
        database = kind.open();
        var clock = new SettableClock(Instant.parse("2026-12-01T01:00:00Z"));
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        names = new NameWords(database.jdbc(), database.jdbcTemplate(), database.setBased(), transaction);
        recipients = new Recipients(
                database.jdbc(),
                database.setBased(),
                new Units(database.jdbc(), database.jdbcTemplate(), clock),
                clock);
        directory = new RecipientDirectory(database.jdbc(), names);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void peopleAreFoundByTheBeginningsOfTheirWordsBeforeTheseAreWrittenAndAfter() {
        name("Nguyễn Thị Xuyến");
        assertThat(found("ng xuy")).containsExactly("Nguyễn Thị Xuyến");
        assertThat(found("uyen")).isEmpty();

        writeAll();

        assertThat(words()).containsExactly("nguyen", "thi", "xuyen");
        assertThat(found("xuyến nguyễn")).containsExactly("Nguyễn Thị Xuyến");
        assertThat(found("xuyen tran")).isEmpty();
        assertThat(found("uyen")).isEmpty();
    }

    @Test
    void theRarestOfTheWordsIsLookedUp() {
        recipients.upsert(List.of(
                new Person(AN, "Nguyễn Thị Xuyến", "Đội 1", null),
                new Person(new Msisdn("84980000002"), "Nguyễn Thị An", "Đội 1", null),
                new Person(new Msisdn("84980000003"), "Nguyễn Văn Xuân", "Đội 1", null)));
        writeAll();

        assertThat(names.rarest(SearchWords.of("nguyen thi xu"))).contains("thi%");
        assertThat(names.rarest(SearchWords.of("nguyen xuy thi"))).contains("xuy%");
        assertThat(names.rarest(SearchWords.of("xa_"))).contains("xa!_%");
    }

    @Test
    void theWordsOfAFormerNameGo() {
        name("Nguyễn Thị Xuyến");
        writeAll();
        name("Nguyễn Thị Sen");
        assertThat(found("sen")).containsExactly("Nguyễn Thị Sen");

        writeAll();

        assertThat(words()).containsExactly("nguyen", "sen", "thi");
    }

    @Test
    void ofTwoChangesTheWordsWrittenBeforeBothGo() {
        name("Nguyễn Thị Xuyến");
        writeAll();
        name("Nguyễn Thị Sen");
        name("Nguyễn Thị Lan");

        writeAll();

        assertThat(words()).containsExactly("lan", "nguyen", "thi");
    }

    @Test
    void aNameThatChangesWhileWordsAreWrittenIsWrittenAgain() {
        name("Nguyễn Thị Xuyến");

        transaction.executeWithoutResult(status -> {
            name("Nguyễn Thị Sen");
            assertThat(CompletableFuture.supplyAsync(names::writeSome).join()).isFalse();
        });
        writeAll();

        assertThat(words()).containsExactly("nguyen", "sen", "thi");
    }

    @Test
    void ofAnErasedPersonNoWordStays() {
        name("Nguyễn Thị Xuyến");
        writeAll();
        name("Nguyễn Thị Sen");

        transaction.executeWithoutResult(status -> names.forget(database.jdbc()
                .sql("SELECT id FROM recipient")
                .query(Long.class)
                .list()));

        assertThat(words()).isEmpty();
        assertThat(names.writeSome()).isFalse();
    }

    private void name(String fullName) {
        recipients.upsert(List.of(new Person(AN, fullName, "Đội 1", null)));
    }

    private void writeAll() {
        assertThat(names.writeSome()).isTrue();
        assertThat(names.writeSome()).isFalse();
    }

    private List<String> found(String typed) {
        return directory.search(typed, null, 10).stream()
                .map(RecipientView::fullName)
                .toList();
    }

    private List<String> words() {
        return database.jdbc()
                .sql("SELECT word FROM recipient_word ORDER BY word")
                .query(String.class)
                .list();
    }
}
