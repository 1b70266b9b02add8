package vn.canhbao.scheduler.prepare;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.configuration.annotation.JobScope;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import vn.canhbao.core.campaign.AudienceMembers;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.message.PreparedMessages;

/** The prepare job: one step, partitioned over ranges of recipient ids, one job instance a wave ({@code waveId}). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrepareSettings.class)
class PrepareJob {

    static final String JOB = "prepareWave";
    static final int CHUNK = 1_000;
    private static final String STEP = "messages";
    private static final String RANGE = "range-";
    private static final String WAVE_ID = "#{jobParameters['waveId']}";

    @Bean
    Job prepareWave(JobRepository repository, RangePlan ranges, Step prepareRanges) {
        return new JobBuilder(JOB, repository)
                .listener(ranges)
                .start(prepareRanges)
                .build();
    }

    @Bean
    Step prepareRanges(
            JobRepository repository, Partitioner rangePartitioner, Step prepareMessages, TaskExecutor prepareWorkers) {
        return new StepBuilder("ranges", repository)
                .partitioner(STEP, rangePartitioner)
                .step(prepareMessages)
                .taskExecutor(prepareWorkers)
                .build();
    }

    @Bean
    @StepScope
    Partitioner rangePartitioner(@Value("#{stepExecution.jobExecution.executionContext}") ExecutionContext context) {
        return ignored -> {
            Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
            for (int i = 0; i < IdRanges.from(context).count(); i++) {
                partitions.put(RANGE + i, new ExecutionContext());
            }
            return partitions;
        };
    }

    // Of each job its own: an urgent wave of 500 doesn't wait for the workers of a wave of a million.
    @Bean
    @JobScope
    TaskExecutor prepareWorkers(@Value(WAVE_ID) long waveId, PrepareSettings settings) {
        var workers = new SimpleAsyncTaskExecutor("prepare-wave-" + waveId + "-");
        workers.setConcurrencyLimit(settings.workers());
        return workers;
    }

    @Bean
    Step prepareMessages(
            JobRepository repository,
            PlatformTransactionManager transactions,
            AudienceReader audienceReader,
            MessageWriter messageWriter) {
        return new StepBuilder(STEP, repository)
                .<Member, Member>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(audienceReader)
                .writer(messageWriter)
                .build();
    }

    @Bean
    @StepScope
    AudienceReader audienceReader(
            @Value("#{stepExecution}") StepExecution partition,
            @Value(WAVE_ID) long waveId,
            Waves waves,
            Campaigns campaigns,
            AudienceMembers members) {
        String name = partition.getStepName();
        int number = Integer.parseInt(name.substring(name.lastIndexOf(RANGE) + RANGE.length()));
        IdRange range =
                IdRanges.from(partition.getJobExecution().getExecutionContext()).range(number);
        return new AudienceReader(campaigns.audience(waves.get(waveId)), members, range, CHUNK);
    }

    @Bean
    @StepScope
    MessageWriter messageWriter(
            @Value("#{stepExecution}") StepExecution partition,
            @Value(WAVE_ID) long waveId,
            Waves waves,
            Campaigns campaigns,
            MessageMakers makers,
            PreparedMessages messages,
            PrepareStops stops,
            MeterRegistry meters) {
        Wave wave = waves.get(waveId);
        MessageMaker maker = makers.of(campaigns.get(wave.campaignId()), wave);
        return new MessageWriter(maker, messages, () -> stops.isDue(waveId), partition::setTerminateOnly, meters);
    }
}
