package vn.canhbao.gateway;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.canhbao.core.db.TestDatabase;

/** A gateway of its own in this JVM, as one of perhaps several on the same database. */
public record GatewayNode(ConfigurableApplicationContext context) implements AutoCloseable {

    /** @param keys of links, after {@code canhbao.links.}; or, beginning with {@code canhbao.}, any */
    public static GatewayNode start(TestDatabase.Opened database, String node, int smscPort, Map<String, String> keys) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("canhbao.node", node);
        properties.put("spring.datasource.url", database.dataSource().getJdbcUrl());
        properties.put("spring.datasource.username", database.dataSource().getUsername());
        properties.put("spring.datasource.password", database.dataSource().getPassword());
        properties.put("spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED");
        properties.put("spring.jmx.enabled", "false");
        keys.forEach((key, value) -> {
            if (key.startsWith("canhbao.")) {
                properties.put(key, value);
                return;
            }
            String link = "canhbao.links." + key.substring(0, key.indexOf('.'));
            properties.put("canhbao.links." + key, value);
            properties.put(link + ".host", "127.0.0.1");
            properties.put(link + ".port", Integer.toString(smscPort));
            properties.put(link + ".system-id", key.substring(0, key.indexOf('.')));
            properties.put(link + ".password", "secret");
        });
        return new GatewayNode(new SpringApplicationBuilder(GatewayIT.GatewayAlone.class)
                .web(WebApplicationType.NONE)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
