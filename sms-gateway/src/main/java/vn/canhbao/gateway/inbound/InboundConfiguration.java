package vn.canhbao.gateway.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.inbound.InboundKind;
import vn.canhbao.core.inbound.InboundMessages;
import vn.canhbao.core.inbound.InboundSegments;

/** Puts the way of a subscriber's message together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboundSettings.class)
class InboundConfiguration {

    @Bean
    KeywordRouter keywordRouter(InboundSettings settings) {
        return new KeywordRouter(settings);
    }

    @Bean
    InboundReader inboundReader(
            InboundSegments segments,
            InboundMessages messages,
            ProducerTemplate camel,
            InboundSettings settings,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock) {
        return new InboundReader(
                segments,
                messages,
                message -> camel.requestBody(InboundRoutes.INBOUND, message, InboundKind.class),
                settings,
                transaction,
                meters,
                clock);
    }
}
