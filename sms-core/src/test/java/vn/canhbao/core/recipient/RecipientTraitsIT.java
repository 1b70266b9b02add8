package vn.canhbao.core.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.problem.NotFound;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RecipientTraitsIT {

    static final Msisdn AN = new Msisdn("84980000001");
    static final Msisdn BINH = new Msisdn("84980000002");
    static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    final TestDatabase.Opened database;
    final Recipients recipients;
    final RecipientTraits traits;
    final RecipientDirectory directory;

    RecipientTraitsIT(TestDatabase kind) {
        database = kind.open();
        var clock = new SettableClock(Instant.parse("2026-12-01T01:00:00Z"));
        var units = new Units(database.jdbc(), database.jdbcTemplate(), clock);
        recipients = new Recipients(database.jdbc(), database.setBased(), units, clock);
        traits = new RecipientTraits(database.jdbc(), database.setBased());
        directory = new RecipientDirectory(
                database.jdbc(),
                new NameWords(
                        database.jdbc(),
                        database.jdbcTemplate(),
                        database.setBased(),
                        TransactionOperations.withoutTransaction()));
        new Areas(database.jdbc())
                .put(List.of(
                        Area.commune("30307", "Phường Long Xuyên", "91"),
                        Area.province("91", "An Giang"),
                        Area.province("91", "Tỉnh An Giang")));
        recipients.upsert(List.of(
                new Person(AN, "Nguyễn Văn Ân", "Phòng Đào tạo", null),
                new Person(BINH, "Trần Thị Bình", "Xã Tân Lập", null)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatABlockSaysIsWrittenAndWhatItLeavesOutStays() {
        traits.put(Map.of(
                AN,
                new Traits(
                        RecipientKind.STAFF,
                        "30307",
                        ConsentBasis.CONSENT,
                        DAY,
                        "Phiếu 12/2026",
                        List.of("trực ban", "đảng viên")),
                BINH,
                new Traits(null, "91", null, null, null, null),
                new Msisdn("84980000009"),
                new Traits(RecipientKind.STAFF, null, null, null, null, null)));
        traits.put(Map.of(AN, new Traits(null, null, ConsentBasis.PUBLIC_TASK, null, null, List.of("trực ban"))));

        RecipientView an = one("84980000001");
        assertThat(an.kind()).isEqualTo(RecipientKind.STAFF);
        assertThat(an.area()).isEqualTo("Phường Long Xuyên");
        assertThat(an.consentBasis()).isEqualTo(ConsentBasis.PUBLIC_TASK);
        assertThat(an.consentDate()).isEqualTo(DAY);
        assertThat(an.consentEvidence()).isEqualTo("Phiếu 12/2026");
        assertThat(an.tags()).containsExactly("trực ban");
        RecipientView binh = one("84980000002");
        assertThat(binh.kind()).isEqualTo(RecipientKind.SUBSCRIBER);
        assertThat(binh.area()).isEqualTo("Tỉnh An Giang");
        assertThat(traits.allTags()).containsExactly("trực ban");
    }

    @Test
    void peopleAreFoundByNumberNameAndUnitWithoutAccents() {
        assertThat(names("nguyen an")).containsExactly("Nguyễn Văn Ân");
        assertThat(names("BÌNH")).containsExactly("Trần Thị Bình");
        assertThat(names("dao tao")).containsExactly("Nguyễn Văn Ân");
        assertThat(names("tan lap")).containsExactly("Trần Thị Bình");
        assertThat(names("0980 000 002")).containsExactly("Trần Thị Bình");
        assertThat(names("+84980000001")).containsExactly("Nguyễn Văn Ân");
        assertThat(names("%")).isEmpty();
        assertThat(names("binh van")).isEmpty();
        assertThat(names(null)).containsExactly("Trần Thị Bình", "Nguyễn Văn Ân");
    }

    @Test
    void aChangedNameIsFoundAndTheFormerOneIsNot() {
        recipients.upsert(List.of(new Person(AN, "Lê Đức", "Phòng Đào tạo", null)));

        assertThat(names("le duc")).containsExactly("Lê Đức");
        assertThat(names("nguyen")).isEmpty();
    }

    @Test
    void pagesGoFromTheNewestBackwards() {
        var first = directory.search("", null, 1);

        assertThat(directory.search("", first.getFirst().id(), 10))
                .extracting(RecipientView::fullName)
                .containsExactly("Nguyễn Văn Ân");
        assertThatThrownBy(() -> directory.get(4711)).isInstanceOf(NotFound.class);
    }

    private List<String> names(String typed) {
        return directory.search(typed, null, 10).stream()
                .map(RecipientView::fullName)
                .toList();
    }

    private RecipientView one(String msisdn) {
        return directory.get(directory.search(msisdn, null, 1).getFirst().id());
    }
}
