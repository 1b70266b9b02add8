package vn.canhbao.scheduler.imports;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.SetBasedWriter;
import vn.canhbao.core.recipient.Person;
import vn.canhbao.core.recipient.Recipients;
import vn.canhbao.core.recipient.Units;
import vn.canhbao.scheduler.imports.RecipientImporter.Reading;

/**
 * A process that imports {@link ManyRows} and dies, as by {@code kill -9}, in the middle of its third chunk. Arguments:
 * database URL, user, password, data directory, {@code begin} or {@code go-on}.
 */
final class DyingImport {

    private static final int WHOLE_CHUNKS = 2;

    private DyingImport() {}

    /** No @Configuration: the component scan would find it. */
    static class Deadly {

        @Bean
        @Primary
        Recipients deadlyRecipients(JdbcClient jdbc, SetBasedWriter writer, Units units, Clock clock) {
            return new Recipients(jdbc, writer, units, clock) {
                private int blocks;

                @Override
                public Upserted upsert(List<Person> people) {
                    Upserted upserted = super.upsert(people);
                    if (blocks++ == WHOLE_CHUNKS) {
                        Runtime.getRuntime().halt(137);
                    }
                    return upserted;
                }
            };
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(arguments[0]);
        database.setUsername(arguments[1]);
        database.setPassword(arguments[2]);
        database.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        var application = ImportApplication.start(database, Path.of(arguments[3]), Deadly.class);
        if (arguments[4].equals("begin")) {
            application.begin(
                    application.list("Cán bộ"), ManyRows.FILE.getBytes(StandardCharsets.UTF_8), Reading.AS_FOUND);
        }
        new CountDownLatch(1).await(60, TimeUnit.SECONDS);
    }
}
