package vn.canhbao.console.demo;

import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** One person's calls of the REST API, over the real port. */
final class DemoClient {

    private final RestClient rest;

    DemoClient(int port, String user, String password) {
        rest = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeaders(headers -> headers.setBasicAuth(user, password))
                .build();
    }

    /** Whether the password is the account's. */
    boolean mayEnter() {
        return rest.get()
                .uri("/api/v1/campaigns?limit=1")
                .exchange((request, response) -> response.getStatusCode().is2xxSuccessful());
    }

    JsonNode get(String path) {
        return rest.get().uri(path).retrieve().body(JsonNode.class);
    }

    String text(String path) {
        return rest.get().uri(path).retrieve().body(String.class);
    }

    JsonNode post(String path) {
        return rest.post().uri(path).retrieve().body(JsonNode.class);
    }

    JsonNode post(String path, Map<String, ?> body) {
        return rest.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(JsonNode.class);
    }

    JsonNode upload(String path, ClassPathResource file) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("file", file);
        return rest.post()
                .uri(path)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .retrieve()
                .body(JsonNode.class);
    }
}
