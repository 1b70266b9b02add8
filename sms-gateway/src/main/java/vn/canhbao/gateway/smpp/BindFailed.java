package vn.canhbao.gateway.smpp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import vn.canhbao.gateway.link.LinkSettings;

/** A bind that did not come about; the message says in one line what is wrong and what to do. */
final class BindFailed extends Exception {

    private final Integer commandStatus;

    private BindFailed(String message, Integer commandStatus, Throwable cause) {
        super(message, cause);
        this.commandStatus = commandStatus;
    }

    /** The SMSC answered with this command_status. */
    static BindFailed refused(String link, LinkSettings settings, int commandStatus) {
        return new BindFailed(
                where(link, settings) + "từ chối bind (refuses the bind): " + CommandStatus.words(commandStatus),
                commandStatus,
                null);
    }

    /** The connection is there, but no answer came to the bind request. */
    static BindFailed silent(String link, LinkSettings settings) {
        return new BindFailed(
                where(link, settings) + "không trả lời bind trong "
                        + settings.responseTimeout().toSeconds()
                        + " giây (no answer to the bind): kiểm tra cổng có phải SMPP không",
                null,
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
                null,
                failure);
    }

    /** command_status of the bind_transceiver_resp, or {@code null} where none came. */
    Integer commandStatus() {
        return commandStatus;
    }
}
