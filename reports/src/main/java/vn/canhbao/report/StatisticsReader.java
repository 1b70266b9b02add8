package vn.canhbao.report;

import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.statistics.ReachedPeople;
import vn.canhbao.report.ReportFacts.SentCampaign;
import vn.canhbao.report.Statistics.Line;
import vn.canhbao.report.TallyCells.Acknowledged;
import vn.canhbao.report.TallyCells.Cell;
import vn.canhbao.report.TallyCells.SentWave;
import vn.canhbao.report.TallyCells.Timed;

/** A period's statistics from the kept tallies, in one snapshot. */
@Component
public class StatisticsReader {

    /** Up to so many days are told day by day. */
    private static final int MOST_DAYS = 62;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final TallyCells tallies;
    private final SentCampaigns sentCampaigns;
    private final ReachedPeople people;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    StatisticsReader(
            TallyCells tallies,
            SentCampaigns sentCampaigns,
            ReachedPeople people,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.tallies = tallies;
        this.sentCampaigns = sentCampaigns;
        this.people = people;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.clock = clock;
    }

    public Statistics read(ReportPeriod period) {
        return snapshot.execute(inOneSnapshot -> statistics(period));
    }

    private Statistics statistics(ReportPeriod period) {
        Sent sent = sent(period);
        Map<Long, SentCampaign> campaigns = sentCampaigns.of(period);
        ReachedPeople.Count reached =
                people.of(sent.waves.stream().map(SentWave::id).toList());
        return new Statistics(
                period,
                tallies.asOf(period, clock.instant()),
                sent.total(),
                reached.planned(),
                reached.confirmed(),
                campaigns(sent, campaigns),
                waves(sent, campaigns),
                sent.by((wave, operator) -> operator).largestFirst(name -> name),
                units(period, sent),
                sent.by((wave, operator) -> campaigns.get(wave.campaign()).topic())
                        .largestFirst(name -> name),
                sent.by((wave, operator) -> campaigns.get(wave.campaign()).senderId())
                        .largestFirst(name -> name),
                periods(period, sent),
                ReportFactsReader.failures(sent.cells),
                sent(period.before()).total());
    }

    private Sent sent(ReportPeriod period) {
        List<SentWave> waves = tallies.waves(period);
        Map<Long, SentWave> byId = TallyCells.byId(waves);
        return new Sent(
                waves, tallies.cells(period, byId), tallies.times(period, byId), tallies.acknowledged(period, byId));
    }

    private static List<Line> campaigns(Sent sent, Map<Long, SentCampaign> campaigns) {
        LineSums<Long> sums = new LineSums<>();
        sent.waves.forEach(wave -> sums.begin(wave.campaign()));
        return sent.into(sums, (wave, operator) -> wave.campaign())
                .lines(id -> campaigns.get(id).name(), id -> id);
    }

    private static List<Line> waves(Sent sent, Map<Long, SentCampaign> campaigns) {
        LineSums<SentWave> sums = new LineSums<>();
        sent.waves.forEach(sums::begin);
        return sent.into(sums, (wave, operator) -> wave)
                .lines(
                        wave -> "%s – đợt %d (%s)"
                                .formatted(
                                        campaigns.get(wave.campaign()).name(), wave.position(), DAY.format(day(wave))),
                        SentWave::campaign);
    }

    private List<Line> units(ReportPeriod period, Sent sent) {
        LineSums<String> sums = new LineSums<>();
        tallies.units(period).forEach(cell -> sums.figures(cell.unit(), cell.figures()));
        sent.acknowledged.forEach(some -> sums.acknowledged(some.unit(), some.messages()));
        return sums.largestFirst(name -> name);
    }

    private static List<Line> periods(ReportPeriod period, Sent sent) {
        DateTimeFormatter form = ChronoUnit.DAYS.between(period.from(), period.to()) < MOST_DAYS ? DAY : MONTH;
        LineSums<String> sums = new LineSums<>();
        if (form == DAY) {
            period.from().datesUntil(period.to().plusDays(1)).forEach(day -> sums.begin(DAY.format(day)));
        } else {
            for (YearMonth month = YearMonth.from(period.from());
                    !month.isAfter(YearMonth.from(period.to()));
                    month = month.plusMonths(1)) {
                sums.begin(MONTH.format(month));
            }
        }
        return sent.into(sums, (wave, operator) -> form.format(day(wave))).lines(name -> name, name -> null);
    }

    private static LocalDate day(SentWave wave) {
        return LocalDate.ofInstant(wave.startedAt(), ClockConfiguration.LOCAL);
    }

    private record Sent(List<SentWave> waves, List<Cell> cells, List<Timed> times, List<Acknowledged> acknowledged) {

        Line total() {
            LineSums<String> sums = new LineSums<>();
            sums.begin("Tổng cộng");
            return into(sums, (wave, operator) -> "Tổng cộng")
                    .lines(name -> name, name -> null)
                    .getFirst();
        }

        <K> LineSums<K> by(LineSums.Key<K> key) {
            return into(new LineSums<>(), key);
        }

        <K> LineSums<K> into(LineSums<K> sums, LineSums.Key<K> key) {
            cells.forEach(cell -> sums.figures(key.of(cell.wave(), cell.operator()), cell.figures()));
            times.forEach(
                    timed -> sums.timed(key.of(timed.wave(), timed.operator()), timed.bucket(), timed.messages()));
            acknowledged.forEach(some -> sums.acknowledged(key.of(some.wave(), some.operator()), some.messages()));
            return sums;
        }
    }
}
