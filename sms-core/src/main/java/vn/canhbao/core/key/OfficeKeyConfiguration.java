package vn.canhbao.core.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key of {@code canhbao.protection.key}, which several servers must share, else the data directory's own. */
@Configuration(proxyBeanMethods = false)
class OfficeKeyConfiguration {

    private static final int SHORTEST = 32;

    @Bean
    OfficeKey officeKey(
            @Value("${canhbao.protection.key:}") String configured, @Value("${canhbao.data-dir:data}") Path directory) {
        if (configured.isEmpty()) {
            return new OfficeKey(once(new OfficeKeyFile(directory)::read));
        }
        if (configured.length() < SHORTEST) {
            throw new IllegalStateException(
                    "canhbao.protection.key ngắn hơn 32 ký tự; đặt khóa dài hơn (shorter than 32 characters: set a longer one)");
        }
        byte[] secret = configured.getBytes(StandardCharsets.UTF_8);
        return new OfficeKey(() -> secret);
    }

    private static Supplier<byte[]> once(Supplier<byte[]> reader) {
        return new Supplier<>() {
            private byte[] read;

            @Override
            public synchronized byte[] get() {
                if (read == null) {
                    read = reader.get();
                }
                return read;
            }
        };
    }
}
