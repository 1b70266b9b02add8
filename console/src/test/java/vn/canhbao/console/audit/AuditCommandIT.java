package vn.canhbao.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.SchemaConfiguration;

/** The command reads the database by itself, with nothing of the application running. */
class AuditCommandIT {

    @TempDir
    Path directory;

    @Test
    void itsAnswerIsWhetherTheTrailIsWhole() {
        var source = new DriverManagerDataSource(url(), "sa", "");
        var flyway = Flyway.configure().dataSource(source);
        SchemaConfiguration.configure(flyway, false);
        flyway.load().migrate();
        JdbcClient jdbc = JdbcClient.create(source);
        new AuditTrail(jdbc, Clock.systemUTC()).record("quantri", "CAMPAIGN_APPROVED", "campaign 1", null);

        assertThat(verified()).isTrue();
        jdbc.sql("UPDATE audit_trail SET actor = 'khac'").update();
        assertThat(verified()).isFalse();
    }

    private boolean verified() {
        return AuditCommand.verify("--canhbao.data-dir=" + directory, "--spring.datasource.url=" + url());
    }

    private String url() {
        return "jdbc:h2:file:" + directory.resolve("canhbao") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE";
    }
}
