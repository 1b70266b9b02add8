package vn.canhbao.console.audit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.audit.AuditChain;
import vn.canhbao.core.audit.ChainVerdict;
import vn.canhbao.core.key.OfficeKey;

/**
 * {@code audit verify}: exit code 0 where the trail is whole, 1 where it is not. It reads the database itself: beside a
 * running application that is MySQL; H2's file belongs to one process, so there the console's button asks.
 */
public final class AuditCommand {

    private AuditCommand() {}

    // Not a @Configuration: the application's own scan must not find it.
    @ComponentScan("vn.canhbao.core.key")
    static class OnlyTheTrail {

        @Bean
        JdbcTemplate jdbcTemplate(
                @Value("${spring.datasource.url}") String url,
                @Value("${spring.datasource.username:sa}") String user,
                @Value("${spring.datasource.password:}") String password) {
            return new JdbcTemplate(new DriverManagerDataSource(url, user, password));
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate jdbc) {
            return JdbcClient.create(jdbc);
        }

        @Bean
        AuditChain auditChain(JdbcClient client, JdbcTemplate jdbc, OfficeKey key) {
            return new AuditChain(
                    client, jdbc, new TransactionTemplate(new DataSourceTransactionManager(jdbc.getDataSource())), key);
        }
    }

    /** Runs it and ends the process. */
    public static void main(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("verify")) {
            System.err.println("Cách dùng: audit verify (usage)");
            System.exit(2);
        }
        System.exit(verify(arguments) ? 0 : 1);
    }

    /** Prints the finding; whether the trail is whole. */
    static boolean verify(String... options) {
        SpringApplication application = new SpringApplication(OnlyTheTrail.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (var context = application.run(options)) {
            context.getBean(vn.canhbao.core.key.OfficeKeyCheck.class).check();
            ChainVerdict verdict = context.getBean(AuditChain.class).verify();
            System.out.println(verdict.finding());
            return verdict.whole();
        } catch (RuntimeException failed) {
            System.err.println(
                    "Không đọc được nhật ký; nếu ứng dụng đang chạy với H2 thì dùng nút ở trang /audit (can't read the trail; beside a running application on H2 use the button on /audit): "
                            + org.springframework.core.NestedExceptionUtils.getMostSpecificCause(failed)
                                    .getMessage());
            return false;
        }
    }
}
