package vn.canhbao.report;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the office's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OfficeSettings.class)
class ReportConfiguration {}
