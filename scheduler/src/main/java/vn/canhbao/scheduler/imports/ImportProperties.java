package vn.canhbao.scheduler.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of recipient files.
 *
 * @param maxBytes the largest file taken, in bytes or with a unit ({@code 20MB}); the web server's own limit must not be
 *     smaller
 */
@ConfigurationProperties("canhbao.imports")
public record ImportProperties(@DefaultValue("20MB") DataSize maxBytes) {}
