package vn.canhbao.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.canhbao.console.RunningConsole;

class AccessRulesIT extends RunningConsole {

    /** Endpoint and who may call it, written down once more by hand: a slip in the table shows here. */
    private static final String EXPECTED = """
            GET  /api/v1/recipient-lists              soanthao pheduyet quantri
            GET  /api/v1/recipient-lists/{id}         soanthao pheduyet quantri
            POST /api/v1/recipient-lists              soanthao quantri
            POST /api/v1/recipient-lists/{id}/imports soanthao quantri
            POST /api/v1/recipient-lists/{id}/imports/preview soanthao quantri
            GET  /api/v1/imports/{id}/preview         soanthao quantri
            POST /api/v1/imports/{id}/start           soanthao quantri
            POST /api/v1/imports/{id}/cancel          soanthao quantri
            POST /api/v1/imports/{id}/resume          soanthao quantri
            GET  /api/v1/recipients/{id}/history      soanthao pheduyet quantri
            GET  /api/v1/imports/{id}                 soanthao quantri
            GET  /api/v1/imports/{id}/rejects         soanthao quantri
            GET  /api/v1/recipients                   soanthao pheduyet quantri
            GET  /api/v1/recipients/{id}              soanthao pheduyet quantri
            GET  /api/v1/units                        soanthao pheduyet quantri
            GET  /api/v1/units/{id}                   soanthao pheduyet quantri
            GET  /api/v1/units/lagging                soanthao pheduyet giamsat quantri
            GET  /api/v1/units/{id}/campaigns         soanthao pheduyet quantri
            GET  /api/v1/units/{id}/people            soanthao pheduyet quantri
            POST /api/v1/units/{id}/reminders
            POST /api/v1/units                        soanthao quantri
            PUT  /api/v1/units/{id}                   soanthao quantri
            GET  /api/v1/audiences                    soanthao pheduyet quantri
            GET  /api/v1/audiences/{id}               soanthao pheduyet quantri
            POST /api/v1/audiences                    soanthao quantri
            PUT  /api/v1/audiences/{id}               soanthao quantri
            DELETE /api/v1/audiences/{id}             soanthao quantri
            POST /api/v1/audiences/preview            soanthao pheduyet quantri
            GET  /api/v1/suppressions                 soanthao pheduyet quantri
            POST /api/v1/suppressions                 soanthao pheduyet quantri
            POST /api/v1/suppressions/lift            quantri
            GET  /api/v1/campaigns                    soanthao pheduyet giamsat quantri
            GET  /api/v1/campaigns/{id}               soanthao pheduyet giamsat quantri
            GET  /api/v1/campaigns/{id}/messages      soanthao pheduyet quantri
            POST /api/v1/campaigns                    soanthao quantri
            PUT  /api/v1/campaigns/{id}               soanthao quantri
            POST /api/v1/campaigns/{id}/preview       soanthao pheduyet quantri
            GET  /api/v1/campaigns/{id}/estimate      soanthao pheduyet giamsat quantri
            POST /api/v1/campaigns/{id}/estimate      soanthao pheduyet giamsat quantri
            GET  /api/v1/tariffs                      soanthao pheduyet giamsat quantri
            POST /api/v1/tariffs                      quantri
            POST /api/v1/campaigns/{id}/submit        soanthao quantri
            POST /api/v1/campaigns/{id}/approve       pheduyet
            POST /api/v1/campaigns/{id}/reject        pheduyet
            POST /api/v1/campaigns/{id}/pause         soanthao pheduyet quantri
            POST /api/v1/campaigns/{id}/resume        soanthao pheduyet quantri
            POST /api/v1/campaigns/{id}/cancel        soanthao pheduyet quantri
            POST /api/v1/campaigns/{id}/waves/{waveId}/pause  soanthao pheduyet quantri
            POST /api/v1/campaigns/{id}/waves/{waveId}/resume soanthao pheduyet quantri
            POST /api/v1/campaigns/{id}/waves/{waveId}/cancel soanthao pheduyet quantri
            POST /api/v1/campaigns/{id}/correction    soanthao quantri
            GET  /api/v1/messages/{id}                soanthao pheduyet quantri
            GET  /api/v1/campaigns/{id}/faults        soanthao pheduyet quantri
            POST /api/v1/campaigns/{id}/retry         soanthao pheduyet quantri
            GET  /api/v1/campaigns/{id}/confirmations soanthao pheduyet giamsat quantri
            GET  /api/v1/campaigns/{id}/confirmations/people soanthao quantri
            GET  /api/v1/campaigns/{id}/test-sends    soanthao pheduyet quantri
            POST /api/v1/campaigns/{id}/test-send     soanthao pheduyet quantri
            PATCH /api/v1/campaigns/{id}/waves/{waveId} soanthao quantri
            POST /api/v1/campaigns/{id}/waves/{waveId}/change/approve pheduyet
            POST /api/v1/campaigns/{id}/waves/{waveId}/change/reject pheduyet
            GET  /api/v1/holidays                     soanthao pheduyet giamsat quantri
            GET  /api/v1/holidays/{date}              soanthao pheduyet giamsat quantri
            POST /api/v1/holidays                     quantri
            PATCH /api/v1/holidays/{date}             quantri
            DELETE /api/v1/holidays/{date}            quantri
            GET  /api/v1/reports/campaigns/{id}       soanthao pheduyet giamsat quantri
            GET  /api/v1/statistics                    soanthao pheduyet giamsat quantri
            GET  /api/v1/statistics/tables.xlsx        soanthao pheduyet giamsat quantri
            GET  /api/v1/statistics/tables.csv         soanthao pheduyet giamsat quantri
            GET  /api/v1/statistics/unreached          soanthao pheduyet giamsat quantri
            GET  /api/v1/statistics/checks             soanthao pheduyet giamsat quantri
            POST /api/v1/statistics/checks             giamsat quantri
            GET  /api/v1/statistics/checks/{id}        soanthao pheduyet giamsat quantri
            GET  /api/v1/reports                      soanthao pheduyet giamsat quantri
            POST /api/v1/reports                      soanthao giamsat quantri
            GET  /api/v1/reports/{id}                 soanthao pheduyet giamsat quantri
            PATCH /api/v1/reports/{id}                soanthao giamsat quantri
            GET  /api/v1/reports/{id}.docx            soanthao pheduyet giamsat quantri
            GET  /api/v1/reports/{id}.pdf             soanthao pheduyet giamsat quantri
            GET  /api/v1/reports/{id}.xlsx            soanthao pheduyet giamsat quantri
            GET  /api/v1/reports/{id}.csv             soanthao pheduyet giamsat quantri
            POST /api/v1/reports/{id}/runs                 soanthao giamsat quantri
            GET  /api/v1/report-runs                       soanthao pheduyet giamsat quantri
            GET  /api/v1/report-runs/{id}                  soanthao pheduyet giamsat quantri
            GET  /api/v1/report-runs/{id}.docx             soanthao pheduyet giamsat quantri
            GET  /api/v1/report-runs/{id}.pdf              soanthao pheduyet giamsat quantri
            GET  /api/v1/report-runs/{id}.xlsx             soanthao pheduyet giamsat quantri
            POST /api/v1/report-runs/{id}/verify           soanthao pheduyet giamsat quantri
            POST /api/v1/report-runs/{id}/mail             giamsat quantri
            GET  /api/v1/report-schedules                  soanthao pheduyet giamsat quantri
            PUT  /api/v1/report-schedules/{name}           quantri
            GET  /api/v1/broadcasts                        soanthao pheduyet giamsat quantri
            POST /api/v1/broadcasts                        soanthao quantri
            GET  /api/v1/broadcasts/{id}                   soanthao pheduyet giamsat quantri
            PUT  /api/v1/broadcasts/{id}                   soanthao quantri
            POST /api/v1/broadcasts/{id}/submit            soanthao quantri
            POST /api/v1/broadcasts/{id}/approve           pheduyet
            POST /api/v1/broadcasts/{id}/reject            pheduyet
            POST /api/v1/broadcasts/{id}/cancel            soanthao pheduyet quantri
            PUT  /api/v1/broadcasts/{id}/counts            soanthao quantri
            POST /api/v1/broadcasts/{id}/counts/import     soanthao quantri
            GET  /api/v1/broadcasts/{id}/letter.docx       soanthao pheduyet giamsat quantri
            GET  /api/v1/broadcasts/{id}/letter.pdf        soanthao pheduyet giamsat quantri
            GET  /api/v1/campaigns/{id}/messages.xlsx soanthao pheduyet quantri
            GET  /api/v1/campaigns/{id}/messages.csv  soanthao pheduyet quantri
            GET  /api/v1/campaigns/{id}/notice        soanthao pheduyet giamsat quantri
            PATCH /api/v1/campaigns/{id}/notice       soanthao pheduyet quantri
            POST /api/v1/campaigns/{id}/publish       pheduyet quantri
            POST /api/v1/campaigns/{id}/withdraw      pheduyet quantri
            GET  /api/v1/campaigns/{id}/cap.xml       soanthao pheduyet giamsat quantri
            GET  /api/v1/campaigns/{id}/leaflet.pdf   soanthao pheduyet giamsat quantri
            GET  /api/v1/inbound                      soanthao pheduyet quantri
            GET  /api/v1/templates                    soanthao pheduyet giamsat quantri
            GET  /api/v1/templates/topics             soanthao pheduyet giamsat quantri
            GET  /api/v1/templates/{id}               soanthao pheduyet giamsat quantri
            GET  /api/v1/templates/{id}/versions      soanthao pheduyet giamsat quantri
            POST /api/v1/templates                    soanthao quantri
            PUT  /api/v1/templates/{id}               soanthao quantri
            POST /api/v1/templates/{id}/submit        soanthao quantri
            POST /api/v1/templates/{id}/approve       pheduyet
            POST /api/v1/templates/{id}/reject        pheduyet
            POST /api/v1/templates/{id}/retire        pheduyet quantri
            GET  /api/v1/channels                     soanthao pheduyet giamsat quantri
            GET  /api/v1/channels/{code}              soanthao pheduyet giamsat quantri
            POST /api/v1/channels                     pheduyet quantri
            PUT  /api/v1/channels/{code}              pheduyet quantri
            POST /api/v1/channels/{code}/verify       soanthao pheduyet quantri
            GET  /api/v1/registrations                soanthao pheduyet quantri
            GET  /api/v1/registrations/{id}           soanthao pheduyet quantri
            POST /api/v1/registrations                quantri
            PUT  /api/v1/registrations/{id}           quantri
            GET  /api/v1/links                        soanthao pheduyet quantri
            POST /api/v1/links/{name}/start           quantri
            POST /api/v1/links/{name}/receipt-id-format quantri
            POST /api/v1/links/{name}/stop            quantri
            POST /api/v1/links/{name}/pause           quantri
            POST /api/v1/links/{name}/resume          quantri
            PATCH /api/v1/links/{name}                quantri
            GET  /api/v1/accounts                     quantri
            GET  /api/v1/accounts/{username}          quantri
            POST /api/v1/accounts                     quantri
            PATCH /api/v1/accounts/{username}         quantri
            POST /api/v1/accounts/{username}/reset-password quantri
            POST /api/v1/accounts/{username}/unlock   quantri
            POST /api/v1/accounts/{username}/remove-second-factor quantri
            POST /api/v1/accounts/{username}/end-sessions quantri
            GET  /api/v1/account                      soanthao pheduyet giamsat quantri
            GET  /api/v1/account/tokens               soanthao pheduyet giamsat quantri
            POST /api/v1/account/tokens               soanthao pheduyet giamsat quantri
            POST /api/v1/account/tokens/{id}/revoke   soanthao pheduyet giamsat quantri
            GET  /api/v1/audit                        giamsat quantri
            POST /api/v1/audit/verify                 giamsat quantri
            GET  /api/v1/retention                    giamsat quantri
            GET  /api/v1/limits                       soanthao pheduyet giamsat quantri
            PUT  /api/v1/limits/{code}                quantri
            GET  /api/v1/data-requests                quantri
            POST /api/v1/data-requests                quantri
            GET  /api/v1/data-requests/{id}           quantri
            GET  /api/v1/data-requests/{id}/data      quantri
            GET  /api/v1/data-requests/{id}/export    quantri
            POST /api/v1/data-requests/{id}/answer    quantri
            POST /api/v1/data-requests/{id}/correct   quantri
            POST /api/v1/data-requests/{id}/erase     quantri
            POST /api/v1/data-requests/{id}/done      quantri
            POST /api/v1/data-requests/{id}/refuse    quantri
            GET  /v3/api-docs                         soanthao pheduyet giamsat quantri
            GET  /actuator/prometheus                 giamsat quantri
            """;

    private static final List<String> PEOPLE = List.of("soanthao", "pheduyet", "giamsat", "quantri");

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Map<String, RequestMappingHandlerMapping> mappings;

    @TestFactory
    List<DynamicTest> everyRoleIsAnsweredAsTheTableSays() {
        return EXPECTED.lines()
                .map(line -> line.trim().split("\\s+"))
                .flatMap(line -> {
                    Set<String> allowed = Set.of(java.util.Arrays.copyOfRange(line, 2, line.length));
                    List<DynamicTest> tests = new ArrayList<>();
                    for (String person : PEOPLE) {
                        tests.add(DynamicTest.dynamicTest(
                                line[0] + " " + line[1] + " " + person,
                                () -> assertThat(status(line[0], line[1], person) == 403)
                                        .as("refused")
                                        .isEqualTo(!allowed.contains(person))));
                    }
                    tests.add(DynamicTest.dynamicTest(
                            line[0] + " " + line[1] + " nobody",
                            () -> assertThat(status(line[0], line[1], null)).isEqualTo(401)));
                    return tests.stream();
                })
                .toList();
    }

    @Test
    void everyEndpointHasItsLineInTheTable() {
        Set<String> written = EXPECTED.lines()
                .map(line -> line.trim().split("\\s+"))
                .map(line -> line[0] + " " + line[1])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> mapped = new TreeSet<>();
        mappings.values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> methods(info).forEach(method -> mapped.add(method + " " + path))));

        assertThat(mapped).isNotEmpty();
        assertThat(written).containsAll(mapped);
    }

    @Test
    void everyPageHasItsRule() {
        Set<String> ruled = AccessRules.PAGES.stream()
                .map(rule -> rule.method() + " " + rule.path())
                .collect(Collectors.toSet());
        Set<String> mapped = new TreeSet<>();
        mappings.values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("vn.canhbao.console.web"))
                .map(Map.Entry::getKey)
                .forEach(info -> info.getPatternValues()
                        .forEach(path -> methods(info).forEach(method -> mapped.add(method + " " + path))));
        AccessRules.OPEN_PAGES.forEach(path -> mapped.remove("GET " + path));
        for (LoginStep step : LoginStep.values()) {
            mapped.remove("GET " + step.page());
            mapped.remove("POST " + step.page());
        }

        assertThat(ruled).isEqualTo(mapped);
    }

    @Test
    void wrongPasswordIsRefused() throws Exception {
        assertThat(call("GET", "/api/v1/campaigns", "soanthao:sai")).isEqualTo(401);
    }

    @Test
    void healthIsOpenWithoutDetails() {
        as(null).get()
                .uri("/actuator/health/liveness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
    }

    private static Set<String> methods(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
    }

    private int status(String method, String path, String person) throws Exception {
        return call(
                method,
                path.replace("{id}", "987654321")
                        .replace("{waveId}", "987654321")
                        .replace("{date}", "2099-09-02")
                        .replace("{name}", "khong-co")
                        .replace("{username}", "khong-co")
                        .replace("{code}", "khong_co"),
                person == null ? null : person + ":" + PASSWORD);
    }

    // Plain: no client that retries, follows or interprets.
    private int call(String method, String path, String credentials) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (credentials != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()));
        }
        if (method.equals(HttpMethod.GET.name())) {
            request.GET();
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString("{}"));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
