package vn.canhbao.gateway.link;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * TLS to the SMSC: {@code canhbao.links.<name>.tls.*}.
 *
 * @param enabled whether the link speaks TLS
 * @param trustStore file with the certificates that are trusted; empty: those that Java brings
 * @param trustStorePassword of the file; none for PEM
 * @param trustStoreType what the file is
 * @param verifyHostname whether the SMSC's certificate must bear the link's {@code host}
 */
public record TlsSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String trustStore,
        @DefaultValue("") String trustStorePassword,
        @DefaultValue("PKCS12") TrustStoreType trustStoreType,
        @DefaultValue("true") boolean verifyHostname) {

    /** The kinds of trust store files. */
    public enum TrustStoreType {
        PKCS12,
        JKS,
        /** Certificates as text, one after the other. */
        PEM
    }

    public TlsSettings {
        if (!enabled && !trustStore.isEmpty()) {
            throw new IllegalArgumentException("canhbao.links.*.tls.enabled: true, as there is a trust-store");
        }
    }
}
