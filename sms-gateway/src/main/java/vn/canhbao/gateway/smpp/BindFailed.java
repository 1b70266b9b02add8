package vn.canhbao.gateway.smpp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.jsmpp.extra.NegativeResponseException;
import vn.canhbao.gateway.link.LinkSettings;

/** A bind that did not come about; the message says in one line what is wrong and what to do. */
final class BindFailed extends Exception {

    private final Integer commandStatus;

    private BindFailed(String message, Integer commandStatus, Throwable cause) {
        super(message, cause);
        this.commandStatus = commandStatus;
    }

    static BindFailed of(String link, LinkSettings settings, IOException failure) {
        String where = "SMSC của kênh '" + link + "' (" + settings.address() + ") ";
        if (failure.getCause() instanceof NegativeResponseException refused) {
            return new BindFailed(
                    where + "từ chối bind (refuses the bind): " + CommandStatus.words(refused.getCommandStatus()),
                    refused.getCommandStatus(),
                    failure);
        }
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
