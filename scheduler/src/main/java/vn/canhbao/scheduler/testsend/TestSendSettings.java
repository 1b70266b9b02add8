package vn.canhbao.scheduler.testsend;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code canhbao.test-send.*}.
 *
 * @param numbers the office's own numbers: on no others may a text be tried before its approval
 * @param most numbers at once
 */
@ConfigurationProperties("canhbao.test-send")
record TestSendSettings(
        @DefaultValue List<String> numbers,
        @DefaultValue("10") int most) {

    TestSendSettings {
        if (most < 1) {
            throw new IllegalArgumentException("canhbao.test-send.most: 1 or more");
        }
    }
}
