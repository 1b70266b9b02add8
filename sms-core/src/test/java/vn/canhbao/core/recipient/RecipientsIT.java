package vn.canhbao.core.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RecipientsIT {

    static final Msisdn AN = new Msisdn("84980000001");
    static final Msisdn BINH = new Msisdn("84980000002");

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(Instant.parse("2026-12-01T01:00:00Z"));
    Units units;
    Recipients recipients;
    RecipientLists lists;

    RecipientsIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void repositories() {
        units = new Units(database.jdbc(), database.jdbcTemplate(), clock);
        recipients = new Recipients(database.jdbc(), database.setBased(), units, clock);
        lists = new RecipientLists(database.jdbc(), database.setBased(), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void newPeopleAreAddedAndOnlyChangedOnesAreTouched() {
        var first = recipients.upsert(List.of(
                new Person(AN, "Nguyễn Văn An", "Phòng Tổ chức", "{\"chuc_vu\":\"Chuyên viên\"}"),
                new Person(BINH, "Trần Thị Bình", "Xã Tân Lập", null)));
        assertThat(first.added()).containsExactly(AN, BINH);

        clock.advance(Duration.ofDays(1));
        var second = recipients.upsert(List.of(
                new Person(AN, "Nguyễn Văn An", "Phòng Tổ chức", null),
                new Person(BINH, "Trần Thị Bình", "Phòng Tổ chức", null)));

        assertThat(second.added()).isEmpty();
        assertThat(second.former()).extracting(FormerRecipient::fullName).containsExactly("Trần Thị Bình");
        assertThat(second.known()).containsOnlyKeys(AN, BINH);
        assertThat(rows())
                .containsExactly(
                        "84980000001 Nguyễn Văn An / Phòng Tổ chức {\"chuc_vu\":\"Chuyên viên\"} 2026-12-01T01:00",
                        "84980000002 Trần Thị Bình / Phòng Tổ chức null 2026-12-02T01:00");
    }

    @Test
    void changedNameAndAttributesAreWritten() {
        recipients.upsert(List.of(new Person(AN, "Nguyen Van An", "Ban A", "{\"a\":\"1\"}")));

        var changed = recipients.upsert(List.of(new Person(AN, "Nguyễn Văn An", "Ban A", "{\"a\":\"2\"}")));

        assertThat(changed.former()).extracting(FormerRecipient::fullName).containsExactly("Nguyen Van An");
        assertThat(rows()).containsExactly("84980000001 Nguyễn Văn An / Ban A {\"a\":\"2\"} 2026-12-01T01:00");
    }

    @Test
    void blockOfAThousandIsWrittenAndReadBack() {
        List<Person> people = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(n -> new Person(new Msisdn("8498%07d".formatted(n)), "Người " + n, "Ban " + n % 7, null))
                .toList();

        assertThat(recipients.upsert(people).added()).hasSize(1000);
        assertThat(recipients.upsert(people).known()).hasSize(1000);
        assertThat(recipients.upsert(people).former()).isEmpty();
    }

    @Test
    void membersAreAddedOnce() {
        long list = lists.create("Cán bộ", "soanthao").id();
        List<Person> people = List.of(new Person(AN, "An", "Ban A", null), new Person(BINH, "Bình", "Ban A", null));
        recipients.upsert(people);
        var ids = recipients.upsert(people).known();

        assertThat(lists.addMembers(list, Set.of(ids.get(AN)))).containsExactly(ids.get(AN));
        assertThat(lists.addMembers(list, ids.values())).containsExactly(ids.get(BINH));
        assertThat(lists.get(list).size()).isEqualTo(2);

        long other = lists.create("Khác", "soanthao").id();
        lists.addNewMembers(other, List.of(AN, BINH));
        assertThat(lists.get(other).size()).isEqualTo(2);
    }

    @Test
    void unitsAreMadeOnceAndTheirKindIsReadFromTheName() {
        var names = List.of(
                "Phòng Tổ chức",
                "Xã Tân Lập",
                "UBND phường Hòa Bình",
                "Đặc khu Phú Quý",
                "Bảo hiểm xã hội",
                "Hợp tác xã Tân Tiến",
                "Thị trấn Cũ",
                "Phòng Văn hóa - Xã hội xã Tân Lập");

        Map<String, Long> ids = units.findOrCreate(names);

        assertThat(units.findOrCreate(names)).isEqualTo(ids);
        assertThat(database.jdbc()
                        .sql("SELECT name FROM unit WHERE kind = 'COMMUNE'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "Xã Tân Lập",
                        "UBND phường Hòa Bình",
                        "Đặc khu Phú Quý",
                        "Thị trấn Cũ",
                        "Phòng Văn hóa - Xã hội xã Tân Lập");
    }

    @Test
    void accentsTellUnitsApart() {
        assertThat(units.findOrCreate(List.of("Xã Tân Lập", "Xã Tân Lạp", "xã Tân Lập"))
                        .values())
                .doesNotHaveDuplicates();
    }

    private List<String> rows() {
        return database.jdbc()
                .sql(
                        "SELECT r.msisdn, r.full_name, u.name, r.attributes, r.updated_at FROM recipient r JOIN unit u ON u.id = r.unit_id ORDER BY r.msisdn")
                .query((row, n) -> "%s %s / %s %s %s"
                        .formatted(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, java.time.LocalDateTime.class)))
                .list();
    }
}
