package vn.canhbao.gateway.smpp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
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
        String where = where(link, settings);
        return new BindFailed(
                where
                        + switch (failure) {
                            case UnknownHostException unknown ->
                                "không tìm thấy tên máy (unknown host): sửa canhbao.links." + link + ".host";
                            case ConnectException refused ->
                                "không kết nối được (connection refused): kiểm tra địa chỉ, tường lửa, VPN";
                            case SocketTimeoutException silent ->
                                "không trả lời kết nối (connection timed out): kiểm tra địa chỉ, tường lửa, VPN";
                            default -> "lỗi khi bind (bind failed): " + failure.getMessage();
                        },
                Kind.PASSING,
                failure);
    }

    Kind kind() {
        return kind;
    }
}
