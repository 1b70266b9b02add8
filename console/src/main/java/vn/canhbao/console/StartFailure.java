package vn.canhbao.console;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;

/** Says in one line what kept the application from starting, and what to do about it. */
final class StartFailure {

    private static final int H2_WRONG_USER_OR_PASSWORD = 28000;
    private static final int H2_ALREADY_OPEN = 90020;
    private static final int MYSQL_ACCESS_DENIED = 1045;
    private static final int MYSQL_ACCESS_TO_DATABASE_DENIED = 1044;
    private static final int MYSQL_UNKNOWN_DATABASE = 1049;

    private StartFailure() {}

    static String explain(Throwable failure, Environment settings) {
        List<Throwable> chain = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        return chain.stream()
                .map(cause -> explainOne(cause, settings))
                .filter(line -> line != null)
                .findFirst()
                .orElseGet(() -> "Không khởi động được (cannot start): " + oneLine(chain.getLast())
                        + ". Chi tiết trong " + logFile(settings) + " (details in the log file).");
    }

    private static String explainOne(Throwable cause, Environment settings) {
        return switch (cause) {
            case DataDirectory.NotWritable refused ->
                "Không ghi được vào thư mục dữ liệu " + refused.getMessage()
                        + ": hãy cấp quyền ghi hoặc đặt --canhbao.data-dir=<thư mục> (data directory not writable: grant write access or choose another).";
            case PortInUseException taken ->
                "Cổng " + taken.getPort()
                        + " đang được chương trình khác dùng: hãy tắt chương trình đó hoặc thêm --server.port=<cổng khác> (port taken: stop the other program or choose another port).";
            case BindException wrong
            when wrong.getProperty() != null ->
                "Cấu hình " + wrong.getProperty().getName() + " = '"
                        + wrong.getProperty().getValue()
                        + "' không dùng được: hãy sửa lại (this setting can't be used: correct it).";
            // Before its cause, a ConnectException, is taken for the database's.
            case IllegalArgumentException provider
            when provider.getMessage() != null && provider.getMessage().contains("provided Issuer") ->
                "Không hỏi được nhà cung cấp đăng nhập ở spring.security.oauth2.client.provider.….issuer-uri: hãy kiểm tra địa chỉ, hoặc ghi rõ từng địa chỉ để khởi động không cần tới nó, xem docs/security.md (the login provider can't be asked: check the address, or name its endpoints one by one).";
            case SQLException refused -> explainDatabase(refused, settings);
            case ConnectException refused -> unreachable(settings);
            case UnknownHostException unknown -> unreachable(settings);
            case SocketTimeoutException silent -> unreachable(settings);
            default -> null;
        };
    }

    private static String explainDatabase(SQLException refused, Environment settings) {
        String url = url(settings);
        return switch (refused.getErrorCode()) {
            case H2_ALREADY_OPEN ->
                "Tệp cơ sở dữ liệu " + url
                        + " đang mở ở một tiến trình canhbao khác: hãy tắt tiến trình đó hoặc đặt --canhbao.data-dir=<thư mục khác> (database file is open in another instance: stop it or choose another data directory).";
            case H2_WRONG_USER_OR_PASSWORD, MYSQL_ACCESS_DENIED, MYSQL_ACCESS_TO_DATABASE_DENIED ->
                "Cơ sở dữ liệu " + url
                        + " từ chối tài khoản '" + settings.getProperty("spring.datasource.username", "")
                        + "': hãy kiểm tra SPRING_DATASOURCE_USERNAME và SPRING_DATASOURCE_PASSWORD (database refuses user or password: check both).";
            case MYSQL_UNKNOWN_DATABASE ->
                "Máy chủ không có cơ sở dữ liệu trong " + url
                        + ": hãy tạo nó (CREATE DATABASE) hoặc sửa spring.datasource.url (no such database: create it or correct the URL).";
            // SQLState class 08: connection exception.
            default ->
                refused.getSQLState() != null && refused.getSQLState().startsWith("08") && refused.getCause() == null
                        ? unreachable(settings)
                        : null;
        };
    }

    private static String unreachable(Environment settings) {
        return "Không kết nối được cơ sở dữ liệu " + url(settings)
                + ": hãy kiểm tra máy chủ có đang chạy, địa chỉ và tường lửa (database unreachable: check that it runs, its address and the firewall).";
    }

    // A password can stand in the URL's parameters.
    private static String url(Environment settings) {
        return settings.getProperty("spring.datasource.url", "").split("[?;]", 2)[0];
    }

    private static String logFile(Environment settings) {
        return settings.getProperty("canhbao.data-dir", "data") + "/logs/canhbao.log";
    }

    private static String oneLine(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }
}
