package vn.canhbao.gateway.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.link.TlsSettings;
import vn.canhbao.gateway.link.TlsSettings.TrustStoreType;

/** A connected socket to a link's SMSC, plain or with TLS. */
final class SmscSocket {

    private static final int TIMEOUT_MILLIS = 10_000;

    private SmscSocket() {}

    /** @throws TrustStoreUnreadable where the link's trust store can't be used */
    static Socket connect(LinkSettings settings) throws IOException {
        Socket socket = new Socket();
        try {
            // Without it Nagle's algorithm holds back the last submit_sm of a burst for up to 40 ms.
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), TIMEOUT_MILLIS);
            return settings.tls().enabled() ? encrypted(socket, settings) : socket;
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    private static Socket encrypted(Socket plain, LinkSettings settings) throws IOException {
        SSLSocket socket = (SSLSocket)
                context(settings.tls()).getSocketFactory().createSocket(plain, settings.host(), settings.port(), true);
        if (settings.tls().verifyHostname()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        // A port that doesn't speak TLS may say nothing at all.
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.startHandshake();
        socket.setSoTimeout(0);
        return socket;
    }

    // Read for every connection: a renewed certificate needs no restart.
    private static SSLContext context(TlsSettings tls) throws IOException {
        try {
            return tls.trustStore().isEmpty()
                    ? SSLContext.getDefault()
                    : SslBundle.of(trustStore(tls)).createSslContext();
        } catch (NoSuchAlgorithmException | RuntimeException unreadable) {
            throw new TrustStoreUnreadable(tls.trustStore(), unreadable);
        }
    }

    private static SslStoreBundle trustStore(TlsSettings tls) {
        return tls.trustStoreType() == TrustStoreType.PEM
                ? new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(tls.trustStore()))
                : new JksSslStoreBundle(
                        null,
                        new JksSslStoreDetails(
                                tls.trustStoreType().name(), null, tls.trustStore(), tls.trustStorePassword()));
    }

    /** The trust store of a link can't be read, or holds nothing that can be trusted. */
    static final class TrustStoreUnreadable extends IOException {

        TrustStoreUnreadable(String file, Exception cause) {
            super(file + ": " + cause.getMessage(), cause);
        }
    }
}
