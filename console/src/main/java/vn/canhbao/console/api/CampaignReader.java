package vn.canhbao.console.api;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Escalations;
import vn.canhbao.core.campaign.LimitOverrides;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.inbound.Acknowledgements;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.core.message.TallyReader;

/** Puts a campaign, its waves and its figures together. */
@Component
public class CampaignReader {

    private final Campaigns campaigns;
    private final Waves waves;
    private final WaveReader waveReader;
    private final LimitOverrides overrides;
    private final Escalations escalations;
    private final TallyReader tallies;
    private final Acknowledgements acknowledgements;

    CampaignReader(
            Campaigns campaigns,
            Waves waves,
            WaveReader waveReader,
            LimitOverrides overrides,
            Escalations escalations,
            TallyReader tallies,
            Acknowledgements acknowledgements) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.waveReader = waveReader;
        this.overrides = overrides;
        this.escalations = escalations;
        this.tallies = tallies;
        this.acknowledgements = acknowledgements;
    }

    public CampaignView view(long id) {
        return view(campaigns.get(id));
    }

    /** With figures that were counted already. */
    public CampaignView view(long id, Tallies figures) {
        return view(campaigns.get(id), figures);
    }

    CampaignView view(Campaign campaign) {
        return view(campaign, tallies.ofCampaign(campaign.id()));
    }

    private CampaignView view(Campaign campaign, Tallies figures) {
        List<Wave> itsWaves = waves.ofCampaign(campaign.id());
        Audience audience = campaigns.audience(campaign.id());
        return new CampaignView(
                campaign.id(),
                campaign.name(),
                campaign.status(),
                itsWaves.stream().map(wave -> waveReader.view(campaign, wave)).toList(),
                clean(campaign, itsWaves, figures),
                figures,
                acknowledgements.ofCampaign(campaign.id()),
                campaign.messageClass(),
                campaign.text(),
                campaign.textForm(),
                campaign.templateId(),
                campaign.source(),
                campaign.senderId(),
                audience.recipientListIds(),
                audience.unitIds(),
                audience.parts(),
                campaign.validity(),
                campaign.unansweredPolicy(),
                campaign.createdBy(),
                LocalTimes.of(campaign.createdAt()),
                campaign.submittedBy(),
                LocalTimes.of(campaign.submittedAt()),
                LocalTimes.of(campaign.finishedAt()),
                campaign.pauseReason(),
                campaign.handling().urgent(),
                campaign.handling().exercise(),
                campaign.handling().correctsId(),
                campaigns.corrections(campaign.id()),
                OverrideView.of(overrides.of(campaign.id())),
                escalations.of(campaign.id()).orElse(null));
    }

    // A missed wave planned nobody, so its figures alone would look clean.
    private static Boolean clean(Campaign campaign, List<Wave> waves, Tallies figures) {
        return campaign.status() != CampaignStatus.FINISHED
                ? null
                : (Boolean) (figures.clean() && waves.stream().noneMatch(wave -> wave.status() == WaveStatus.MISSED));
    }
}
