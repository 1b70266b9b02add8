package vn.canhbao.scheduler.statistics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code canhbao.statistics.*}.
 *
 * @param checkAt Quartz cron, Vietnamese time: when kept figures are compared with a full count
 */
@ConfigurationProperties("canhbao.statistics")
record StatisticsSettings(@DefaultValue("0 30 2 * * ?") String checkAt) {}
