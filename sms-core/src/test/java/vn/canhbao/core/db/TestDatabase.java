package vn.canhbao.core.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Assumptions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two databases that every repository test runs on: {@code @ParameterizedClass @EnumSource(TestDatabase.class)}.
 * Each is empty but for the migrations' own rows when it is opened.
 */
public enum TestDatabase {
    H2 {
        @Override
        String url() {
            return "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
        }
    },
    MYSQL {
        @Override
        String url() {
            Assumptions.assumeTrue(TestMySql.WHY_NOT == null, TestMySql.WHY_NOT);
            return TestMySql.CONTAINER.getJdbcUrl();
        }
    };

    private static final List<String> KEPT = List.of("operator", "operator_prefix", "flyway_schema_history");

    abstract String url();

    /** A migrated, empty database. */
    public Opened open() {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url());
        pool.setUsername(this == H2 ? "sa" : TestMySql.CONTAINER.getUsername());
        pool.setPassword(this == H2 ? "" : TestMySql.CONTAINER.getPassword());
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (this == MYSQL) {
            pool.addDataSourceProperty("rewriteBatchedStatements", "true");
        }
        HikariDataSource dataSource = new HikariDataSource(pool);
        var flyway = Flyway.configure().dataSource(dataSource);
        SchemaConfiguration.configure(flyway, this == MYSQL);
        flyway.load().migrate();
        if (this == MYSQL) {
            empty(new JdbcTemplate(dataSource));
        }
        return new Opened(this, dataSource);
    }

    // The container outlives a test class; deleting from small tables is faster than a new schema.
    private static void empty(JdbcTemplate jdbc) {
        jdbc.execute((java.sql.Connection connection) -> {
            var one = new JdbcTemplate(
                    new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true));
            one.execute("SET FOREIGN_KEY_CHECKS = 0");
            one
                    .queryForList(
                            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()",
                            String.class)
                    .stream()
                    .filter(table -> !KEPT.contains(table) && !table.endsWith("_SEQ"))
                    .forEach(table -> one.execute("DELETE FROM `" + table + "`"));
            one.execute("SET FOREIGN_KEY_CHECKS = 1");
            return null;
        });
    }

    /** An open database; close it after the class. */
    public record Opened(TestDatabase kind, HikariDataSource dataSource) implements AutoCloseable {

        public JdbcTemplate jdbcTemplate() {
            return new JdbcTemplate(dataSource);
        }

        public JdbcClient jdbc() {
            return JdbcClient.create(dataSource);
        }

        public SetBasedWriter setBased() {
            return new SetBasedWriter(jdbcTemplate(), SchemaConfiguration.dialectOf(dataSource));
        }

        public DataSource source() {
            return dataSource;
        }

        @Override
        public void close() {
            dataSource.close();
        }
    }
}
