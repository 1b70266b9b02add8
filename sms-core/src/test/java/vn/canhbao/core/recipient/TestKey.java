package vn.canhbao.core.recipient;

import java.time.Clock;
import java.time.Instant;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.key.OfficeKey;

/** An office's key for tests. */
public final class TestKey {

    public static final OfficeKey KEY = new OfficeKey(() -> new byte[] {1, 2, 3});

    private TestKey() {}

    public static ErasedNumbers erased(TestDatabase.Opened database) {
        return erased(database, new SettableClock(Instant.parse("2026-12-01T01:00:00Z")));
    }

    public static ErasedNumbers erased(TestDatabase.Opened database, Clock clock) {
        return new ErasedNumbers(database.jdbc(), KEY, clock);
    }
}
