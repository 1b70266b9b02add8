package vn.canhbao.console;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The whole application on a random port with an empty H2, called over real HTTP. */
@SpringBootTest(classes = Canhbao.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningConsole {

    protected static final String PASSWORD = "mat-khau-thu";
    private static final AtomicInteger NAMES = new AtomicInteger();

    @LocalServerPort
    protected int port;

    /** Calls as somebody; {@code null}: without credentials. */
    protected RestTestClient as(String user) {
        RestTestClient.Builder<?> client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port);
        if (user != null) {
            client.defaultHeaders(headers -> headers.setBasicAuth(user, PASSWORD));
        }
        return client.build();
    }

    protected JsonNode created(String user, String path, String json) {
        return as(user).post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    /** A name that no other test of this database uses. */
    protected static String freshName(String start) {
        return start + " " + NAMES.incrementAndGet();
    }
}
