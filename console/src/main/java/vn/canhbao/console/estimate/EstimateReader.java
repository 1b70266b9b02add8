package vn.canhbao.console.estimate;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.SendingHours;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.link.DesiredState;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.operator.Tariffs;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.Links;
import vn.canhbao.scheduler.estimate.CampaignEstimate;
import vn.canhbao.scheduler.estimate.CampaignEstimates;
import vn.canhbao.scheduler.estimate.EstimateState;

/** Puts the count of the scheduler, the tariffs and the rates of the gateway's links together. */
@Component
public class EstimateReader {

    /** Longer than that nobody waits for a page or an answer; the count goes on beside. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final CampaignEstimates estimates;
    private final Campaigns campaigns;
    private final Tariffs tariffs;
    private final Operators operators;
    private final Links links;
    private final LinkPlan plan;
    private final Waves waves;
    private final SendingHours hours;
    private final Clock clock;

    EstimateReader(
            CampaignEstimates estimates,
            Campaigns campaigns,
            Tariffs tariffs,
            Operators operators,
            Links links,
            LinkPlan plan,
            Waves waves,
            SendingHours hours,
            Clock clock) {
        this.estimates = estimates;
        this.campaigns = campaigns;
        this.tariffs = tariffs;
        this.operators = operators;
        this.links = links;
        this.plan = plan;
        this.waves = waves;
        this.hours = hours;
        this.clock = clock;
    }

    public EstimateView of(long campaignId) {
        return view(campaignId, estimates.of(campaignId, PATIENCE));
    }

    /** Counted again, whatever is known. */
    public EstimateView again(long campaignId) {
        return view(campaignId, estimates.again(campaignId, PATIENCE));
    }

    private EstimateView view(long campaignId, EstimateState state) {
        return switch (state) {
            case EstimateState.Counting counting ->
                EstimateView.of(EstimateView.Status.COUNTING, counting.counted(), counting.of());
            case EstimateState.Failed ignored -> EstimateView.of(EstimateView.Status.FAILED, 0, 0);
            case EstimateState.Ready ready -> view(campaignId, ready.estimate());
        };
    }

    private EstimateView view(long campaignId, CampaignEstimate estimate) {
        Campaign campaign = campaigns.get(campaignId);
        boolean exercise = campaign.handling().exercise();
        List<EstimateView.Line> lines = lines(estimate);
        List<LinkState> states = links.all();
        LinkTime time = new LinkTime(
                plan,
                states.stream()
                        .collect(Collectors.toMap(
                                LinkState::name, link -> link.running().submitsPerSecond())));
        Map<String, Long> segments = lines.stream()
                .collect(Collectors.toMap(
                        EstimateView.Line::operator, line -> line.segments().figure()));
        return new EstimateView(
                EstimateView.Status.READY,
                estimate.counted(),
                estimate.addressed() == null ? estimate.recipients() : estimate.addressed(),
                estimate.excluded(),
                estimate.unusable(),
                estimate.firstProblem(),
                estimate.exact(),
                estimate.messages(),
                lines.stream()
                        .map(EstimateView.Line::segments)
                        .reduce(new EstimateView.Range(0, 0, 0), EstimateView.Range::plus),
                lines.stream()
                        .map(EstimateView.Line::costVnd)
                        .filter(Objects::nonNull)
                        .reduce(EstimateView.Range::plus)
                        .orElse(null),
                time.of(segments, exercise),
                lines,
                estimate.units().stream()
                        .map(unit -> new EstimateView.UnitPeople(unit.unit(), unit.people()))
                        .toList(),
                slots(campaign, estimate, time),
                estimate.perhaps(),
                notes(lines, time, states, exercise),
                estimate.computedAt().atZone(ClockConfiguration.LOCAL).toOffsetDateTime());
    }

    private List<Timetable.Slot> slots(Campaign campaign, CampaignEstimate estimate, LinkTime time) {
        List<Wave> planned = waves.ofCampaign(campaign.id()).stream()
                .filter(wave -> wave.firingOf() == null)
                .toList();
        return new Timetable(hours.of(campaign), campaign.validity(), clock)
                .of(
                        planned.stream().map(Wave::plan).toList(),
                        planned.stream()
                                .map(wave -> work(
                                        wave.position(),
                                        estimate,
                                        time,
                                        campaign.handling().exercise()))
                                .toList());
    }

    private static Duration work(int position, CampaignEstimate estimate, LinkTime time, boolean exercise) {
        Map<String, Long> segments = estimate.waves().stream()
                .filter(wave -> wave.position() == position)
                .collect(Collectors.toMap(CampaignEstimate.ByWave::operator, CampaignEstimate.ByWave::segments));
        Duration needed = time.of(segments, exercise);
        return needed == null ? Duration.ZERO : needed;
    }

    private List<EstimateView.Line> lines(CampaignEstimate estimate) {
        Map<String, Integer> perSegment = tariffs.today();
        Map<String, String> names = operators.displayNames();
        return estimate.operators().stream()
                .map(operator -> {
                    Integer vnd = perSegment.get(operator.operator());
                    var segments = new EstimateView.Range(operator.segments(), operator.fewest(), operator.most());
                    return new EstimateView.Line(
                            operator.operator(),
                            names.getOrDefault(operator.operator(), operator.operator()),
                            operator.messages(),
                            segments,
                            vnd,
                            vnd == null ? null : segments.times(vnd));
                })
                .toList();
    }

    private List<String> notes(List<EstimateView.Line> lines, LinkTime time, List<LinkState> states, boolean exercise) {
        List<String> notes = new ArrayList<>();
        for (EstimateView.Line line : lines) {
            if (line.vndPerSegment() == null) {
                notes.add(
                        line.displayName() + ": chưa có đơn giá, không tính vào chi phí (no tariff: not in the cost)");
            }
            List<String> serving = time.linksOf(line.operator(), exercise);
            if (serving.isEmpty()) {
                notes.add(line.displayName() + ": không có kết nối nào (no link carries it)");
            }
            states.stream()
                    .filter(link ->
                            serving.contains(link.name()) && link.running().desired() != DesiredState.RUNNING)
                    .forEach(link -> notes.add("kết nối " + link.name()
                            + " đang dừng, thời gian tính như khi chạy (link is stopped: the time is as if it ran)"));
        }
        return notes.stream().distinct().toList();
    }
}
