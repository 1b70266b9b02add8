package vn.canhbao.scheduler.estimate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudienceMembers;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Retries;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.scheduler.prepare.AudienceWalk;
import vn.canhbao.scheduler.prepare.MessageMaker;
import vn.canhbao.scheduler.prepare.MessageMakers;

/** Makes every message of a campaign without writing it; of a large audience, those of an even sample. */
@Component
@EnableConfigurationProperties(EstimateSettings.class)
class EstimateCounter {

    private static final int BLOCK = 1_000;

    private final Campaigns campaigns;
    private final Waves waves;
    private final Retries retries;
    private final AudienceMembers members;
    private final AudienceWalk walk;
    private final MessageMakers makers;
    private final EstimateSettings settings;
    private final Clock clock;

    EstimateCounter(
            Campaigns campaigns,
            Waves waves,
            Retries retries,
            AudienceMembers members,
            AudienceWalk walk,
            MessageMakers makers,
            EstimateSettings settings,
            Clock clock) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.retries = retries;
        this.members = members;
        this.walk = walk;
        this.makers = makers;
        this.settings = settings;
        this.clock = clock;
    }

    CampaignEstimate count(Campaign campaign, EstimateRun run) {
        Audience audience = campaigns.audience(campaign.id());
        List<Wave> itsWaves = waves.ofCampaign(campaign.id()).stream()
                .filter(wave -> !retries.isRetry(wave.id()))
                .toList();
        MessageMaker maker = makers.of(campaign, itsWaves.getFirst());
        WaveShares shares = new WaveShares(members, audience, itsWaves);
        long recipients = members.count(audience);
        run.reached(0, recipients);
        EstimateCount count = new EstimateCount();
        if (recipients <= settings.exactUpTo()) {
            // Who joins or leaves while it is counted: the audience is then as large as was counted.
            return count.of(everybody(audience, maker, shares, count, recipients, run), clock.instant());
        }
        List<Member> sample = members.oneOfEach(audience, recipients / settings.sample());
        for (int from = 0; from < sample.size(); from += BLOCK) {
            add(sample.subList(from, Math.min(sample.size(), from + BLOCK)), maker, shares, count);
            run.reached(from, sample.size());
        }
        return count.of(recipients, clock.instant());
    }

    private long everybody(
            Audience audience,
            MessageMaker maker,
            WaveShares shares,
            EstimateCount count,
            long recipients,
            EstimateRun run) {
        AudienceWalk.Place place = walk.from(audience, 0, BLOCK);
        long counted = 0;
        List<Member> block = new ArrayList<>(BLOCK);
        for (Member member = place.next(); member != null; member = place.next()) {
            block.add(member);
            counted++;
            if (block.size() == BLOCK) {
                add(block, maker, shares, count);
                block.clear();
                run.reached(counted, recipients);
            }
        }
        add(block, maker, shares, count);
        return counted;
    }

    private static void add(List<Member> block, MessageMaker maker, WaveShares shares, EstimateCount count) {
        List<PreparedMessage> messages = maker.messages(block);
        List<WaveShares.Of> inWaves = shares.among(block);
        for (int i = 0; i < block.size(); i++) {
            count.add(messages.get(i), block.get(i).unit(), inWaves.get(i));
        }
    }
}
