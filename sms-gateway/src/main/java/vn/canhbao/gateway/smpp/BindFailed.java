package vn.canhbao.gateway.smpp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import vn.canhbao.gateway.link.LinkSettings;

/** A bind that did not come about; the message says in one line what is wrong and what to do. */
final class BindFailed extends Exception {

    /** What kind of failure, for how to go on. */
    enum Kind {
        /** Our system_id, password or system_type is wrong: another try can't help, many lock the account. */
        LOGIN,
        /** ESME_RBINDFAIL: no reason given. */
        REFUSED,
        /** The account has all its binds, perhaps sessions that died and that the SMSC still takes for alive. */
        ALREADY_BOUND,
        /** Network, TLS, silence, an SMSC in trouble: it may pass. */
        PASSING;

        static Kind of(int commandStatus) {
            return switch (commandStatus) {
                case CommandStatus.ESME_RINVPASWD, CommandStatus.ESME_RINVSYSID, CommandStatus.ESME_RINVSYSTYP -> LOGIN;
                case CommandStatus.ESME_RBINDFAIL -> REFUSED;
                case CommandStatus.ESME_RALYBND -> ALREADY_BOUND;
                default -> PASSING;
            };
        }
    }

    private final Kind kind;

    private BindFailed(String message, Kind kind, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** The SMSC answered with this command_status. */
    static BindFailed refused(String link, LinkSettings settings, int commandStatus) {
        return new BindFailed(
                where(link, settings) + "từ chối bind (refuses the bind): " + CommandStatus.words(commandStatus),
                Kind.of(commandStatus),
                null);
    }

    /** The connection is there, but no answer came to the bind request. */
    static BindFailed silent(String link, LinkSettings settings) {
        return new BindFailed(
                where(link, settings) + "không trả lời bind trong "
                        + settings.responseTimeout().toSeconds()
                        + " giây (no answer to the bind): kiểm tra cổng có phải SMPP không",
                Kind.PASSING,
                null);
    }

    private static String where(String link, LinkSettings settings) {
        return "SMSC của kênh '" + link + "' (" + settings.address() + ") ";
    }

    static BindFailed of(String link, LinkSettings settings, IOException failure) {
        String key = "canhbao.links." + link + ".";
        String what = switch (failure) {
            case UnknownHostException unknown -> "không tìm thấy tên máy (unknown host): sửa " + key + "host";
            case ConnectException refused ->
                "không kết nối được (connection refused): kiểm tra địa chỉ, tường lửa, VPN";
            case SocketTimeoutException silent ->
                "không trả lời kết nối (connection timed out): kiểm tra địa chỉ, tường lửa, VPN"
                        + (settings.tls().enabled() ? ", và cổng có phải TLS không (is it a TLS port?)" : "");
            case SmscSocket.TrustStoreUnreadable unreadable ->
                "không đọc được tệp chứng chỉ tin cậy (trust store unreadable): kiểm tra " + key
                        + "tls.trust-store, trust-store-password và trust-store-type: "
                        + unreadable.getMessage();
            case SSLException refused -> tls(key, refused);
            default -> "lỗi khi bind (bind failed): " + failure.getMessage();
        };
        return new BindFailed(where(link, settings) + what.lines().findFirst().orElseThrow(), Kind.PASSING, failure);
    }

    private static String tls(String key, SSLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
                return "có chứng chỉ TLS không tin cậy hoặc đã hết hạn (certificate not trusted): lấy chứng chỉ CA của nhà"
                        + " mạng, đặt vào " + key + "tls.trust-store: " + cause.getMessage();
            }
        }
        if (failure.getCause() instanceof CertificateException otherHost) {
            return "có chứng chỉ TLS của máy khác (certificate of another host): sửa " + key
                    + "host thành tên trong chứng chỉ, hoặc đặt tls.verify-hostname=false: " + otherHost.getMessage();
        }
        return "không nói TLS ở cổng này (no TLS on this port): kiểm tra " + key + "port và tls.enabled: "
                + failure.getMessage();
    }

    Kind kind() {
        return kind;
    }
}
