package vn.canhbao.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LinkOrdersIT {

    final TestDatabase.Opened database;
    final LinkOrders orders;

    LinkOrdersIT(TestDatabase kind) {
        database = kind.open();
        orders = new LinkOrders(database.jdbc());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aLinkThatNobodyChangedRunsAsConfigured() {
        assertThat(orders.all()).isEmpty();
        assertThat(orders.lock("viettel")).isEqualTo(LinkOrder.none("viettel"));
    }

    @Test
    void anOrderIsReadAsItWasGivenAndReplacedByTheNext() {
        Instant at = Instant.parse("2026-12-01T01:00:00.5Z");
        LinkOrder paused = LinkOrder.none("viettel")
                .started()
                .desiring(DesiredState.PAUSED)
                .withLimits(50, null)
                .signed("quantri", at, "nhà mạng bảo trì");
        orders.save(paused);
        assertThat(orders.lock("viettel")).isEqualTo(paused);

        orders.save(paused.started().withLimits(null, 4));

        assertThat(orders.all()).containsOnlyKeys("viettel");
        assertThat(orders.all().get("viettel"))
                .returns(DesiredState.RUNNING, LinkOrder::desired)
                .returns(2, LinkOrder::starts)
                .returns(null, LinkOrder::submitsPerSecond)
                .returns(4, LinkOrder::window);
    }
}
