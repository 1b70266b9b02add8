package vn.canhbao.core.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The holiday table: days off and swapped working days, one line a day. */
@Repository
public class Holidays {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Holidays(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<Holiday> ofYear(int year) {
        return jdbc.sql("SELECT * FROM holiday WHERE on_date BETWEEN ? AND ? ORDER BY on_date")
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .query(Holidays::holiday)
                .list();
    }

    public Optional<Holiday> find(LocalDate date) {
        return jdbc.sql("SELECT * FROM holiday WHERE on_date = ?")
                .param(date)
                .query(Holidays::holiday)
                .optional();
    }

    /** The first day off on this date or after it. */
    public Optional<Holiday> nextDayOff(LocalDate date) {
        return jdbc.sql("SELECT * FROM holiday WHERE on_date >= ? AND kind = 'DAY_OFF' ORDER BY on_date LIMIT 1")
                .param(date)
                .query(Holidays::holiday)
                .optional();
    }

    /** The whole table, for a {@link SendingCalendar}; some dozen lines a year. */
    public Map<LocalDate, DayKind> kinds() {
        return jdbc.sql("SELECT * FROM holiday").query(Holidays::holiday).list().stream()
                .collect(Collectors.toMap(Holiday::date, Holiday::kind));
    }

    void put(Holiday holiday, String by) {
        jdbc.sql("""
                        INSERT INTO holiday (on_date, name, kind, changed_by, changed_at) VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE name = VALUES(name), kind = VALUES(kind),
                            changed_by = VALUES(changed_by), changed_at = VALUES(changed_at)
                        """)
                .params(holiday.date(), holiday.name(), holiday.kind().name(), by, Utc.column(clock.instant()))
                .update();
    }

    boolean remove(LocalDate date) {
        return jdbc.sql("DELETE FROM holiday WHERE on_date = ?").param(date).update() == 1;
    }

    /** Notes that a year got its fixed holidays; {@code false} if it had them before, whatever became of them. */
    boolean beginYear(int year) {
        return jdbc.sql("INSERT IGNORE INTO holiday_year (year_no) VALUES (?)")
                        .param(year)
                        .update()
                == 1;
    }

    private static Holiday holiday(ResultSet row, int n) throws SQLException {
        return new Holiday(
                row.getObject("on_date", LocalDate.class),
                row.getString("name"),
                DayKind.valueOf(row.getString("kind")));
    }
}
