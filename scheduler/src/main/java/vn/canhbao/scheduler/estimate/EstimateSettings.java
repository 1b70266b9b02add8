package vn.canhbao.scheduler.estimate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a campaign's estimate is counted.
 *
 * @param exactUpTo up to so many recipients every text is made; beyond, those of a sample
 * @param sample so many recipients, evenly spread over the audience
 */
@ConfigurationProperties("canhbao.estimate")
record EstimateSettings(
        @DefaultValue("50000") long exactUpTo,
        @DefaultValue("5000") int sample) {

    EstimateSettings {
        if (sample < 100 || exactUpTo < sample) {
            throw new IllegalArgumentException(
                    "canhbao.estimate: sample từ 100, exact-up-to từ sample trở lên (sample at least 100, exact-up-to at"
                            + " least sample)");
        }
    }
}
