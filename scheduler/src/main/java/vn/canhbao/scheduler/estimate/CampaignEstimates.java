package vn.canhbao.scheduler.estimate;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Campaigns;

/**
 * Estimates of campaigns, counted beside the caller and stored. While a campaign can still change, an estimate is good for
 * ten minutes; from its approval on the last one stays.
 */
@Component
public class CampaignEstimates {

    private static final Logger log = LoggerFactory.getLogger(CampaignEstimates.class);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Campaigns campaigns;
    private final StoredEstimates stored;
    private final EstimateCounter counter;
    private final Clock clock;
    private final Map<Long, EstimateRun> underWay = new ConcurrentHashMap<>();

    CampaignEstimates(Campaigns campaigns, StoredEstimates stored, EstimateCounter counter, Clock clock) {
        this.campaigns = campaigns;
        this.stored = stored;
        this.counter = counter;
        this.clock = clock;
    }

    /** The estimate, begun where there is none; waits so long for it to be ready. */
    public EstimateState of(long campaignId, Duration patience) {
        Campaign campaign = campaigns.get(campaignId);
        Optional<CampaignEstimate> known = stored.find(campaignId).filter(estimate -> isGood(campaign, estimate));
        return known.isPresent() ? new EstimateState.Ready(known.get()) : counted(campaign, patience);
    }

    /** Counts again, whatever is known. */
    public EstimateState again(long campaignId, Duration patience) {
        return counted(campaigns.get(campaignId), patience);
    }

    private boolean isGood(Campaign campaign, CampaignEstimate estimate) {
        boolean settled = switch (campaign.status()) {
            case DRAFT, REJECTED, SUBMITTED -> false;
            default -> true;
        };
        return settled || clock.instant().isBefore(estimate.computedAt().plus(FRESH));
    }

    private EstimateState counted(Campaign campaign, Duration patience) {
        EstimateRun run = underWay.computeIfAbsent(campaign.id(), id -> begin(campaign));
        try {
            return new EstimateState.Ready(run.result().get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return new EstimateState.Counting(run.counted(), run.recipients());
        } catch (ExecutionException failure) {
            return new EstimateState.Failed();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new EstimateState.Counting(run.counted(), run.recipients());
        }
    }

    private EstimateRun begin(Campaign campaign) {
        EstimateRun run = new EstimateRun();
        Thread.ofPlatform().daemon().name("estimate-" + campaign.id()).start(() -> count(campaign, run));
        return run;
    }

    private void count(Campaign campaign, EstimateRun run) {
        try {
            CampaignEstimate estimate = counter.count(campaign, run);
            stored.put(campaign.id(), estimate);
            underWay.remove(campaign.id());
            run.result().complete(estimate);
        } catch (RuntimeException failure) {
            log.error(
                    "Chưa ước tính được chiến dịch {} (estimate of campaign failed): {}",
                    campaign.id(),
                    failure.getMessage(),
                    failure);
            underWay.remove(campaign.id());
            run.result().completeExceptionally(failure);
        }
    }
}
