package vn.canhbao.console.security;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Two chains over the one table of rules: scripts with HTTP Basic, people with a login form and a session. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Scripts, styles and pictures come from here only; nothing inline. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ProblemResponses problems, UnmappedRequests unmapped) {
        return http.securityMatcher("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**")
                .authorizeHttpRequests(rules -> apply(rules, AccessRules.OPEN_API, AccessRules.API, unmapped))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie authenticates here, so there is nothing to forge.
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, UnmappedRequests unmapped) {
        return http.authorizeHttpRequests(rules -> apply(rules, AccessRules.OPEN_PAGES, AccessRules.PAGES, unmapped))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new LoginPageEntry()))
                .formLogin(login -> login.loginPage("/login")
                        .defaultSuccessUrl("/campaigns")
                        .permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?logout").permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    private static void apply(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            List<String> open,
            List<AccessRule> table,
            UnmappedRequests unmapped) {
        rules.requestMatchers(open.toArray(String[]::new)).permitAll();
        table.forEach(rule -> {
            rules.requestMatchers(rule.method(), rule.path()).hasAnyRole(rule.roleNames());
            if (rule.method() == HttpMethod.GET) {
                rules.requestMatchers(HttpMethod.HEAD, rule.path()).hasAnyRole(rule.roleNames());
            }
        });
        rules.anyRequest().access(unmapped);
    }
}
