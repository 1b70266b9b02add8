package vn.canhbao.scheduler.waves;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.CampaignDraft;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;

/** Scheduler and core as the application runs them, with Quartz's JDBC store and nobody who sends. */
final class SchedulerApplication implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private SchedulerApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    // No @Configuration: the other tests of this module scan these packages.
    @EnableAutoConfiguration
    @ComponentScan({"vn.canhbao.core", "vn.canhbao.templates", "vn.canhbao.report", "vn.canhbao.scheduler"})
    static class Parts {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    static SchedulerApplication start(TestDatabase.Opened database, Path dataDirectory, Class<?>... more) {
        return start(database, dataDirectory, null, List.of(), more);
    }

    /**
     * With settings and a clock of the test's own; Quartz goes by the machine's clock, so one in the past lets every trigger
     * fire at once.
     */
    static SchedulerApplication start(
            TestDatabase.Opened database, Path dataDirectory, Clock clock, List<String> settings, Class<?>... more) {
        return start(database.dataSource(), dataDirectory, clock, settings, more);
    }

    static SchedulerApplication start(
            DataSource database, Path dataDirectory, Clock clock, List<String> settings, Class<?>... more) {
        return new SchedulerApplication(new SpringApplicationBuilder(Parts.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .properties(
                        "canhbao.data-dir=" + dataDirectory,
                        "canhbao.settlement.interval=100ms",
                        "spring.batch.job.enabled=false",
                        "spring.batch.jdbc.initialize-schema=never",
                        "spring.quartz.job-store-type=jdbc",
                        "spring.quartz.jdbc.initialize-schema=never",
                        "spring.quartz.properties.org.quartz.jobStore.acquireTriggersWithinLock=true",
                        "spring.quartz.properties.org.quartz.scheduler.idleWaitTime=1000",
                        "spring.main.banner-mode=off",
                        "spring.main.register-shutdown-hook=false")
                .properties(settings.toArray(String[]::new))
                .initializers(
                        starting -> starting.getBeanFactory().registerSingleton("dataSource", database), starting -> {
                            if (clock != null) {
                                ((GenericApplicationContext) starting)
                                        .registerBean(
                                                "testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
                            }
                        })
                .run());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A list of people of all operators: 8496…, 8491…, 8490…; every tenth bears the name "Bị chặn". */
    static long list(JdbcClient jdbc, String name, int people) {
        jdbc.sql("INSERT INTO recipient_list (name, created_by, created_at) VALUES (?, 'a', ?)")
                .params(name, Utc.column(Instant.now()))
                .update();
        long list =
                jdbc.sql("SELECT MAX(id) FROM recipient_list").query(Long.class).single();
        for (int from = 0; from < people; from += 500) {
            StringBuilder values = new StringBuilder();
            for (int i = from; i < Math.min(people, from + 500); i++) {
                values.append(values.isEmpty() ? "" : ",")
                        .append("('84%d%07d','Người %d',NOW(),NOW())"
                                .formatted(List.of(96, 91, 90).get(i % 3), i, i));
            }
            jdbc.sql("INSERT IGNORE INTO recipient (msisdn, full_name, created_at, updated_at) VALUES " + values)
                    .update();
        }
        jdbc.sql(
                        "INSERT INTO recipient_list_member (list_id, recipient_id) SELECT ?, id FROM recipient ORDER BY id LIMIT ?")
                .params(list, people)
                .update();
        return list;
    }

    /** A campaign to these lists, approved. */
    long approved(List<Long> lists, String text, TextForm form, Duration validity, WavePlan... waves) {
        CampaignDesk desk = bean(CampaignDesk.class);
        long id = desk.draft(
                        new CampaignDraft(
                                "thử",
                                MessageClass.CANH_BAO,
                                text,
                                null,
                                form,
                                "CV 1",
                                "CANHBAO",
                                new Audience(lists, List.of()),
                                List.of(waves),
                                validity,
                                UnansweredPolicy.KEEP),
                        "soanthao")
                .id();
        desk.submit(id, "soanthao");
        desk.approve(id, "pheduyet");
        return id;
    }

    @Override
    public void close() {
        context.close();
    }
}
