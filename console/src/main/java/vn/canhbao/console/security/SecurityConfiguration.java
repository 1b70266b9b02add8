package vn.canhbao.console.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.canhbao.console.security.attempts.LoginAttempts;
import vn.canhbao.console.security.attempts.LoginRate;
import vn.canhbao.console.security.password.PasswordRules;
import vn.canhbao.console.security.session.ConsoleSessions;
import vn.canhbao.console.security.token.ApiTokens;

/**
 * Two chains over the one table of rules: scripts with HTTP Basic or an API token, people with a login form (or an OpenID
 * Connect provider) and a session.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration {

    /** Scripts, styles and pictures come from here only; nothing inline. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Each hash says by which algorithm it was made; those of before say nothing and are bcrypt too. */
    @Bean
    PasswordEncoder passwordEncoder() {
        BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
        DelegatingPasswordEncoder encoder = new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", bcrypt));
        encoder.setDefaultPasswordEncoderForMatches(bcrypt);
        return encoder;
    }

    @Bean
    PasswordRules passwordRules(SecuritySettings settings) {
        return new PasswordRules(settings.passwordMinLength());
    }

    @Bean
    LoginAttempts loginAttempts(JdbcClient jdbc, SecuritySettings settings, Clock clock) {
        return new LoginAttempts(jdbc, settings.lockOut(), clock);
    }

    @Bean
    ConsoleSessions consoleSessions(
            JdbcClient jdbc,
            @Value("${server.servlet.session.timeout:30m}") Duration idle,
            SecuritySettings settings,
            Clock clock) {
        return new ConsoleSessions(jdbc, idle, settings.sessionLifetime(), clock);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            ProblemResponses problems,
            UnmappedRequests unmapped,
            ApiTokens tokens,
            Accounts accounts) {
        return http.securityMatcher("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**")
                .authorizeHttpRequests(rules -> apply(rules, AccessRules.OPEN_API, AccessRules.API, unmapped))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .addFilterBefore(new TokenFilter(tokens, accounts, problems), BasicAuthenticationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie authenticates here, so there is nothing to forge.
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            UnmappedRequests unmapped,
            SignIn signIn,
            ConsoleSessions sessions,
            Accounts accounts,
            OidcAccounts oidcAccounts,
            SecuritySettings settings,
            Clock clock,
            ObjectProvider<ClientRegistrationRepository> providers) {
        http.authorizeHttpRequests(rules -> {
                    for (LoginStep step : LoginStep.values()) {
                        rules.requestMatchers(step.page())
                                .hasAuthority(step.authority().getAuthority());
                    }
                    apply(rules, AccessRules.OPEN_PAGES, AccessRules.PAGES, unmapped);
                })
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(new LoginPageEntry()).accessDeniedHandler(new StepAhead()))
                .addFilterBefore(
                        new LoginRateFilter(new LoginRate(settings.loginsPerMinute(), clock)),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SessionGate(sessions, accounts, settings), AuthorizationFilter.class)
                .sessionManagement(session -> session.addSessionAuthenticationStrategy(signIn))
                .formLogin(login -> login.loginPage("/login")
                        .defaultSuccessUrl("/")
                        .failureHandler(new LoginRefusal())
                        .permitAll())
                .logout(logout -> logout.addLogoutHandler(signIn)
                        .logoutSuccessUrl("/login?logout")
                        .permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .defaultSuccessUrl("/")
                    .failureHandler(new LoginRefusal())
                    .userInfoEndpoint(user -> user.oidcUserService(oidcAccounts)));
        }
        return http.build();
    }

    private static void apply(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            List<String> open,
            List<AccessRule> table,
            UnmappedRequests unmapped) {
        rules.requestMatchers(open.toArray(String[]::new)).permitAll();
        table.forEach(rule -> {
            RuleCheck check = new RuleCheck(rule);
            rules.requestMatchers(rule.method(), rule.path()).access(check);
            if (rule.method() == HttpMethod.GET) {
                rules.requestMatchers(HttpMethod.HEAD, rule.path()).access(check);
            }
        });
        rules.anyRequest().access(unmapped);
    }
}
