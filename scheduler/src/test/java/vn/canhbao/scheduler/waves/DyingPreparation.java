package vn.canhbao.scheduler.waves;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;

/**
 * A process that takes up a wave being prepared and dies, as by {@code kill -9}, in the middle of its third chunk.
 * Arguments: database URL, user, password, data directory.
 */
final class DyingPreparation {

    private static final int WHOLE_CHUNKS = 2;

    private DyingPreparation() {}

    /** No @Configuration: the component scan would find it. */
    static class Deadly {

        @Bean
        @Primary
        PreparedMessages deadly(JdbcTemplate jdbc) {
            AtomicInteger chunks = new AtomicInteger();
            return new PreparedMessages(jdbc) {
                @Override
                public void add(List<PreparedMessage> messages) {
                    super.add(messages);
                    if (chunks.incrementAndGet() > WHOLE_CHUNKS) {
                        Runtime.getRuntime().halt(137);
                    }
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
        SchedulerApplication.start(
                database, Path.of(arguments[3]), null, List.of("canhbao.prepare.workers=3"), Deadly.class);
        new CountDownLatch(1).await(60, TimeUnit.SECONDS);
    }
}
