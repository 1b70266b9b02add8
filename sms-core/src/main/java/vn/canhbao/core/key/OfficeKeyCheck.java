package vn.canhbao.core.key;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes the key's fingerprint beside the data, and refuses another key: its hashes would find no erased number. */
@Component
public class OfficeKeyCheck {

    private final JdbcClient jdbc;
    private final OfficeKey key;

    public OfficeKeyCheck(JdbcClient jdbc, OfficeKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** Throws where the data were hashed with another key. */
    public void check() {
        String ours = key.hash("fingerprint", "canhbao");
        jdbc.sql("INSERT IGNORE INTO office_key (id, fingerprint) VALUES (1, ?)")
                .param(ours)
                .update();
        String known = jdbc.sql("SELECT fingerprint FROM office_key WHERE id = 1")
                .query(String.class)
                .single();
        if (!known.equals(ours)) {
            throw new IllegalStateException(
                    "canhbao.protection.key không phải khóa mà cơ sở dữ liệu này dùng; lấy lại khóa cũ (tệp protection.key hoặc cấu hình)"
                            + " (not the key that this database was hashed with: bring back the former one)");
        }
    }
}
