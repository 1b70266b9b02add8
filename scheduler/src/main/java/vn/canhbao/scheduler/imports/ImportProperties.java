package vn.canhbao.scheduler.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of recipient files.
 *
 * @param maxBytes the largest file taken, in bytes or with a unit ({@code 200MB}); the web server's own limit must not be
 *     smaller
 */
@ConfigurationProperties("canhbao.imports")
public record ImportProperties(@DefaultValue("200MB") DataSize maxBytes) {}
