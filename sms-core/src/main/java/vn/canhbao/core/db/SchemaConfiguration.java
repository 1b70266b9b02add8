package vn.canhbao.core.db;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One schema for two databases: which Flyway folders, table options, dialect and driver settings each of them takes. */
@Configuration(proxyBeanMethods = false)
public class SchemaConfiguration {

    private static final String MYSQL_TABLE_OPTIONS =
            "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_as_cs";

    @Bean
    FlywayConfigurationCustomizer canhbaoSchema() {
        return flyway -> configure(flyway, isMySql(flyway.getUrl(), flyway.getDataSource()));
    }

    @Bean
    Dialect dialect(DataSource dataSource) {
        return dialectOf(dataSource);
    }

    // Without the third it takes each text of a statement apart anew: of an insert of 500 rows, a fifth of the client's
    // time in a preparation.
    // Without the first, Connector/J sends a batch of inserts row by row: measured 6 times slower. Without the second
    // it asks
    // the server for the session's own settings before and after each transaction.
    @Bean
    static BeanPostProcessor mySqlDriverSettings() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool
                        && pool.getJdbcUrl() != null
                        && pool.getJdbcUrl().startsWith("jdbc:mysql:")) {
                    pool.addDataSourceProperty("rewriteBatchedStatements", "true");
                    pool.addDataSourceProperty("useLocalSessionState", "true");
                    pool.addDataSourceProperty("cachePrepStmts", "true");
                    pool.addDataSourceProperty("prepStmtCacheSqlLimit", "32768");
                }
                return bean;
            }
        };
    }

    /** Points Flyway at the folders of the database and fills {@code ${tableOptions}}. */
    public static void configure(FluentConfiguration flyway, boolean mySql) {
        flyway.locations("classpath:db/migration/common", "classpath:db/migration/" + (mySql ? "mysql" : "h2"))
                .placeholders(java.util.Map.of("tableOptions", mySql ? MYSQL_TABLE_OPTIONS : ""));
    }

    /** The dialect that a data source speaks. */
    public static Dialect dialectOf(DataSource dataSource) {
        return isMySql(null, dataSource) ? new MySqlDialect() : new H2Dialect();
    }

    private static boolean isMySql(String url, DataSource dataSource) {
        if (url != null) {
            return DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.MYSQL;
        }
        try (var connection = dataSource.getConnection()) {
            return DatabaseDriver.fromProductName(connection.getMetaData().getDatabaseProductName())
                    == DatabaseDriver.MYSQL;
        } catch (java.sql.SQLException unreachable) {
            throw new IllegalStateException("database unreachable", unreachable);
        }
    }
}
