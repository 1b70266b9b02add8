package vn.canhbao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import vn.canhbao.core.db.TestDatabase;

/** Each failure is a real one: the application is started where it can't. */
class StartFailureIT {

    @TempDir
    Path directory;

    @Test
    void takenPortIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(failure("--server.port=" + other.getLocalPort()))
                    .startsWith("Cổng " + other.getLocalPort() + " đang được")
                    .contains("--server.port");
        }
    }

    @Test
    void databaseOpenInAnotherProcessIsNamed() throws Exception {
        Files.createDirectories(directory);
        Path database = directory.resolve("canhbao.mv.db");
        Files.createFile(database);
        try (var channel = java.nio.channels.FileChannel.open(database, java.nio.file.StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(
                            failure(
                                    "--spring.datasource.url=jdbc:h2:file:${canhbao.data-dir}/canhbao;MODE=MySQL;DATABASE_TO_LOWER=TRUE"))
                    .contains("tiến trình canhbao khác");
        }
    }

    @Test
    void wrongDatabasePasswordIsNamed() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("canhbao");
        DriverManager.getConnection(url, "sa", "dung").close();

        assertThat(failure(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=sa",
                        "--spring.datasource.password=sai"))
                .contains("từ chối tài khoản 'sa'")
                .contains("SPRING_DATASOURCE_PASSWORD")
                .doesNotContain("sai'");
    }

    @Test
    void passwordThatMySqlRefusesIsNamed() {
        String url;
        try (TestDatabase.Opened mySql = TestDatabase.MYSQL.open()) {
            url = mySql.dataSource().getJdbcUrl();
        }

        assertThat(failure(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=root",
                        "--spring.datasource.password=sai"))
                .contains("từ chối tài khoản 'root'");
    }

    @Test
    void unreachableDatabaseIsNamedWithoutItsParameters() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(failure(
                        "--spring.datasource.url=jdbc:mysql://127.0.0.1:" + free + "/canhbao?password=bi-mat",
                        "--spring.datasource.username=u"))
                .contains("Không kết nối được cơ sở dữ liệu jdbc:mysql://127.0.0.1:" + free + "/canhbao:")
                .doesNotContain("bi-mat");
    }

    @Test
    void dataDirectoryThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.createFile(directory.resolve("tep"));

        assertThat(failure("--canhbao.data-dir=" + file))
                .contains("Không ghi được")
                .contains(file.toString());
    }

    @Test
    void settingThatCannotBeUsedIsNamed() {
        assertThat(failure("--spring.datasource.hikari.maximum-pool-size=nhieu"))
                .contains("spring.datasource.hikari.maximum-pool-size = 'nhieu'");
    }

    @Test
    void loginProviderThatDoesNotAnswerIsNotTakenForTheDatabase() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(failure(
                        "--spring.security.oauth2.client.registration.tinh.client-id=canhbao",
                        "--spring.security.oauth2.client.registration.tinh.client-secret=s",
                        "--spring.security.oauth2.client.registration.tinh.scope=openid",
                        "--spring.security.oauth2.client.provider.tinh.issuer-uri=http://127.0.0.1:" + free))
                .contains("issuer-uri", "docs/security.md");
    }

    private String failure(String... options) {
        SpringApplication application = new SpringApplication(Canhbao.class);
        application.setBannerMode(Banner.Mode.OFF);
        DataDirectory dataDirectory = new DataDirectory();
        application.addListeners(dataDirectory);
        String[] all = new String[options.length + 1];
        all[0] = "--canhbao.data-dir=" + directory;
        System.arraycopy(options, 0, all, 1, options.length);
        Throwable failure = catchThrowable(() -> application.run(lastWins(all)).close());
        assertThat(failure).as("the application must not start").isNotNull();
        String line = StartFailure.explain(failure, dataDirectory.settings());
        assertThat(line.lines()).hasSize(1);
        return line;
    }

    // The same option twice would become a list.
    private static String[] lastWins(String[] options) {
        var byName = new java.util.LinkedHashMap<String, String>();
        for (String option : options) {
            byName.put(option.split("=", 2)[0], option);
        }
        return byName.values().toArray(String[]::new);
    }
}
