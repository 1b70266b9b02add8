package vn.canhbao.scheduler.prepare;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import vn.canhbao.core.campaign.AudienceMembers;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.operator.Operators;

/** The prepare job: one step, chunks of recipients, one job instance a wave ({@code waveId}). */
@Configuration(proxyBeanMethods = false)
class PrepareJob {

    static final String JOB = "prepareWave";
    private static final int CHUNK = 1_000;
    private static final String WAVE_ID = "#{jobParameters['waveId']}";

    @Bean
    Job prepareWave(JobRepository repository, Step prepareMessages) {
        return new JobBuilder(JOB, repository).start(prepareMessages).build();
    }

    @Bean
    Step prepareMessages(
            JobRepository repository,
            PlatformTransactionManager transactions,
            AudienceReader audienceReader,
            MessageWriter messageWriter) {
        return new StepBuilder("messages", repository)
                .<Member, Member>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(audienceReader)
                .writer(messageWriter)
                .build();
    }

    @Bean
    @StepScope
    AudienceReader audienceReader(
            @Value(WAVE_ID) long waveId, Waves waves, Campaigns campaigns, AudienceMembers members) {
        return new AudienceReader(campaigns.audience(waves.get(waveId).campaignId()), members, CHUNK);
    }

    @Bean
    @StepScope
    MessageWriter messageWriter(
            @Value(WAVE_ID) long waveId,
            Waves waves,
            Campaigns campaigns,
            Exclusions exclusions,
            Operators operators,
            PreparedMessages messages,
            MeterRegistry meters) {
        Wave wave = waves.get(waveId);
        return new MessageWriter(campaigns.get(wave.campaignId()), wave, exclusions, operators, messages, meters);
    }
}
