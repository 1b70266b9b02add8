package vn.canhbao.scheduler.prepare;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudienceMembers;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Waves;

/** Cuts the ranges of a wave before its first chunk, and stores them before any partition exists. */
@Component
class RangePlan implements JobExecutionListener {

    private final Waves waves;
    private final Campaigns campaigns;
    private final AudienceMembers members;
    private final JobRepository repository;
    private final PrepareSettings settings;

    RangePlan(
            Waves waves,
            Campaigns campaigns,
            AudienceMembers members,
            JobRepository repository,
            PrepareSettings settings) {
        this.waves = waves;
        this.campaigns = campaigns;
        this.members = members;
        this.repository = repository;
        this.settings = settings;
    }

    @Override
    public void beforeJob(JobExecution job) {
        if (IdRanges.isIn(job.getExecutionContext())) {
            return;
        }
        long waveId = job.getJobParameters().getLong("waveId");
        Audience audience = campaigns.audience(waves.get(waveId));
        IdRanges.of(members.highestId(), members.count(audience), settings.workers())
                .putInto(job.getExecutionContext());
        repository.updateExecutionContext(job);
    }
}
