package vn.canhbao.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.console.security.token.Scope;

/**
 * Every endpoint that the application maps × every role, nobody, and tokens: what the filter chains decide is what the
 * table says, and an endpoint without a line in it fails the build. The matrix lies in target/authorisation-matrix.md.
 */
class AuthorisationMatrixIT extends RunningConsole {

    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("key", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    @Autowired
    private Map<String, RequestMappingHandlerMapping> mappings;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    private jakarta.servlet.Filter security;

    @TestFactory
    Stream<DynamicTest> everyEndpointAnswersEveryRoleAsTheTableSays() {
        return endpoints().stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    Set<Role> allowed = ruleOf(endpoint).map(AccessRule::roles).orElse(Set.of());
                    for (Role role : Role.values()) {
                        assertThat(decision(endpoint, as(Set.of(role))))
                                .as(role.name())
                                .isEqualTo(allowed.contains(role) || isOpen(endpoint));
                    }
                    assertThat(decision(endpoint, NOBODY)).as("nobody").isEqualTo(isOpen(endpoint));
                }));
    }

    @TestFactory
    Stream<DynamicTest> tokenNeedsItsOwnersRoleAndTheScope() {
        return endpoints().stream()
                .filter(endpoint -> endpoint.path().startsWith("/api/"))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    AccessRule rule = ruleOf(endpoint).orElseThrow();
                    for (Role role : Role.values()) {
                        for (Scope scope : Scope.values()) {
                            assertThat(decision(endpoint, token(role, scope)))
                                    .as(role + " with a token for " + scope)
                                    .isEqualTo(rule.roles().contains(role)
                                            && rule.scope().equals(Optional.of(scope)));
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> whoOwesAStepOfTheLoginGetsNothingElse() {
        return endpoints().stream()
                .filter(endpoint -> !isOpen(endpoint))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    for (LoginStep step : LoginStep.values()) {
                        assertThat(decision(
                                        endpoint,
                                        UsernamePasswordAuthenticationToken.authenticated(
                                                "somebody", null, List.of(step.authority()))))
                                .as(step.name())
                                .isEqualTo(endpoint.path().equals(step.page()));
                    }
                }));
    }

    @Test
    void everyEndpointHasItsRuleAndEveryRuleItsEndpoint() {
        Set<Endpoint> mapped = endpoints();
        Set<Endpoint> ruled = rules().map(rule -> new Endpoint(rule.method().name(), rule.path()))
                .filter(endpoint ->
                        !endpoint.path().startsWith("/v3/") && !endpoint.path().startsWith("/actuator/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(mapped).hasSizeGreaterThan(50);
        assertThat(mapped.stream().filter(endpoint -> !isOpen(endpoint) && !isStep(endpoint)))
                .as("AccessRules has a line for each mapping, and none without")
                .containsExactlyInAnyOrderElementsOf(ruled);
    }

    @Test
    void matrixIsWrittenForPeople() throws IOException {
        StringBuilder table = new StringBuilder("| endpoint | ")
                .append(Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(" | ")))
                .append(" | nobody | token scope |\n|---|")
                .append("---|".repeat(Role.values().length + 2))
                .append('\n');
        for (Endpoint endpoint : endpoints()) {
            table.append("| ").append(endpoint);
            for (Role role : Role.values()) {
                table.append(decision(endpoint, as(Set.of(role))) ? " | yes" : " | –");
            }
            table.append(decision(endpoint, NOBODY) ? " | yes | " : " | – | ")
                    .append(
                            endpoint.path().startsWith("/api/")
                                    ? ruleOf(endpoint)
                                            .flatMap(AccessRule::scope)
                                            .map(Scope::name)
                                            .orElse("none")
                                    : "")
                    .append(" |\n");
        }
        Path file = Path.of("target/authorisation-matrix.md");
        Files.writeString(file, table);

        assertThat(Files.readString(file))
                .contains("POST /api/v1/campaigns/{id}/approve | – | yes | – | – | – | – | none");
    }

    /** Something that a controller of ours takes. */
    private record Endpoint(String method, String path) implements Comparable<Endpoint> {

        @Override
        public int compareTo(Endpoint other) {
            return (path + method).compareTo(other.path + other.method);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Set<Endpoint> endpoints() {
        return mappings.values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("vn.canhbao"))
                .flatMap(entry -> endpoints(entry.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo mapping) {
        if (mapping.getMethodsCondition().getMethods().isEmpty()) {
            fail(mapping + " takes every method: name one");
        }
        return mapping.getPatternValues().stream()
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Endpoint(method.name(), path)));
    }

    private boolean decision(Endpoint endpoint, Authentication person) {
        MockHttpServletRequest request =
                new MockHttpServletRequest(endpoint.method(), endpoint.path().replaceAll("\\{[^}]+}", "1"));
        request.setServletPath(request.getRequestURI());
        return authorisation(request)
                .getAuthorizationManager()
                .authorize(() -> person, request)
                .isGranted();
    }

    private AuthorizationFilter authorisation(HttpServletRequest request) {
        FilterChainProxy proxy = (FilterChainProxy) unwrapped(security);
        return proxy.getFilterChains().stream()
                .filter(chain -> chain.matches(request))
                .findFirst()
                .orElseThrow()
                .getFilters()
                .stream()
                .filter(AuthorizationFilter.class::isInstance)
                .map(AuthorizationFilter.class::cast)
                .findFirst()
                .orElseThrow();
    }

    // Spring wraps the proxy in a composite with its handler mapping introspection.
    private static jakarta.servlet.Filter unwrapped(jakarta.servlet.Filter filter) {
        if (filter instanceof FilterChainProxy) {
            return filter;
        }
        return ((List<?>) java.util.Objects.requireNonNull(
                        org.springframework.test.util.ReflectionTestUtils.getField(filter, "filters")))
                .stream()
                        .map(jakarta.servlet.Filter.class::cast)
                        .filter(FilterChainProxy.class::isInstance)
                        .findFirst()
                        .orElseThrow();
    }

    private static Authentication as(Set<Role> roles) {
        return UsernamePasswordAuthenticationToken.authenticated(
                "somebody", null, account(roles).authorities(Optional.empty()));
    }

    private static Authentication token(Role role, Scope scope) {
        return new TokenAuthentication(account(Set.of(role)), EnumSet.of(scope));
    }

    private static Account account(Set<Role> roles) {
        return new Account("somebody", "Somebody", roles, null, true, false, false, Instant.EPOCH);
    }

    private static Optional<AccessRule> ruleOf(Endpoint endpoint) {
        return rules().filter(rule -> rule.method().name().equals(endpoint.method())
                        && rule.path().equals(endpoint.path()))
                .findFirst();
    }

    private static Stream<AccessRule> rules() {
        return Stream.concat(AccessRules.API.stream(), AccessRules.PAGES.stream());
    }

    private static boolean isOpen(Endpoint endpoint) {
        return AccessRules.OPEN_PAGES.contains(endpoint.path()) || AccessRules.OPEN_API.contains(endpoint.path());
    }

    private static boolean isStep(Endpoint endpoint) {
        return Arrays.stream(LoginStep.values()).anyMatch(step -> step.page().equals(endpoint.path()));
    }
}
