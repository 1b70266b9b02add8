package vn.canhbao.gateway.smpp.simulator;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The certificate that the built-in SMSC shows; with one it speaks TLS only.
 *
 * @param keyStore a PKCS #12 or JKS file; empty: no TLS
 * @param password of the key store and of its key
 */
public record TlsKeys(
        @DefaultValue("") String keyStore, @DefaultValue("") String password) {

    static final TlsKeys NONE = new TlsKeys("", "");

    /** Unbound. */
    ServerSocket serverSocket() throws IOException {
        if (keyStore.isEmpty()) {
            return new ServerSocket();
        }
        try {
            KeyStore keys = KeyStore.getInstance(new File(keyStore), password.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context.getServerSocketFactory().createServerSocket();
        } catch (GeneralSecurityException unusable) {
            throw new IOException("canhbao.simulator.tls.key-store: " + unusable.getMessage(), unusable);
        }
    }

    @Override
    public String toString() {
        return "TlsKeys[keyStore=" + keyStore + "]";
    }
}
