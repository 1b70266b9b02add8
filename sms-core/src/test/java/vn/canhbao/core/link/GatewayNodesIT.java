package vn.canhbao.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class GatewayNodesIT {

    static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    final TestDatabase.Opened database;
    final GatewayNodes nodes;

    GatewayNodesIT(TestDatabase kind) {
        database = kind.open();
        nodes = new GatewayNodes(database.jdbc());
        nodes.beat("a", Set.of("viettel", "mobifone"), NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aHeartbeatKeepsOneRowANode() {
        nodes.beat("a", Set.of("viettel"), NOW.plusSeconds(2));

        assertThat(nodes.all()).containsExactly(new GatewayNode("a", Set.of("viettel"), NOW.plusSeconds(2), null));
    }

    @Test
    void aDeadNodeIsAdoptedOnce() {
        GatewayNode dead = nodes.all().getFirst();

        assertThat(nodes.adopt(dead, "b")).isTrue();
        assertThat(nodes.adopt(dead, "c")).isFalse();
        assertThat(nodes.all().getFirst().adoptedBy()).isEqualTo("b");
    }

    @Test
    void aNodeThatLivesAgainIsNeitherAdoptedNorRemoved() {
        GatewayNode seemsDead = nodes.all().getFirst();
        nodes.beat("a", Set.of("viettel"), NOW.plusSeconds(90));

        assertThat(nodes.adopt(seemsDead, "b")).isFalse();
        nodes.removeAdopted("a", "b");
        assertThat(nodes.all()).hasSize(1);
    }

    @Test
    void whatAnAdopterThatDiedItselfLeftIsAdoptedAgain() {
        nodes.adopt(nodes.all().getFirst(), "b");

        assertThat(nodes.adopt(nodes.all().getFirst(), "c")).isTrue();
        nodes.removeAdopted("a", "c");
        assertThat(nodes.all()).isEmpty();
    }
}
