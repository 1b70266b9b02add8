package vn.canhbao.scheduler.prepare;

import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.operator.Operators;

/** Makers of messages: for the prepare job, and for previews and estimates, which so say what it will do. */
@Component
public class MessageMakers {

    private final Exclusions exclusions;
    private final Operators operators;
    private final PrepareSettings settings;

    MessageMakers(Exclusions exclusions, Operators operators, PrepareSettings settings) {
        this.exclusions = exclusions;
        this.operators = operators;
        this.settings = settings;
    }

    public MessageMaker of(Campaign campaign, Wave wave) {
        return new MessageMaker(campaign, wave, exclusions, operators, settings.maxSegments());
    }
}
