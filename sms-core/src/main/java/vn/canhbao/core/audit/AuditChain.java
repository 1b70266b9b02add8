package vn.canhbao.core.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.key.OfficeKey;

/**
 * The trail's seals: each row's hash is over its own words and the hash of the row before. Rows are written without it, in
 * their action's transaction, and sealed a second later under one lock: a lock held to the end of each action would make
 * everybody wait for everybody.
 */
@Component
public class AuditChain {

    private static final int BLOCK = 500;
    private static final String COLUMNS =
            "SELECT id, at, actor, action, subject, detail, chain_no, chain_hash FROM audit_trail ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionOperations transaction;
    private final OfficeKey key;

    public AuditChain(JdbcClient jdbc, JdbcTemplate batches, TransactionOperations transaction, OfficeKey key) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
        this.key = key;
    }

    /** Seals what is not sealed yet, in the order of ids; returns how many rows. */
    public long seal() {
        // Without the lock first: nearly always there is nothing to do.
        if (unsealed(1).isEmpty()) {
            return 0;
        }
        begin();
        long sealed = 0;
        int block = BLOCK;
        while (block == BLOCK) {
            block = transaction.execute(status -> sealBlock());
            sealed += block;
        }
        return sealed;
    }

    private int sealBlock() {
        ChainEnds ends = locked();
        List<SealedRow> rows = unsealed(BLOCK);
        if (rows.isEmpty()) {
            return 0;
        }
        ChainSeal seal = new ChainSeal(key);
        long no = ends.lastNo();
        String hash = ends.lastHash();
        List<Object[]> updates = new ArrayList<>();
        for (SealedRow row : rows) {
            no++;
            hash = seal.of(hash, no, row);
            updates.add(new Object[] {no, hash, row.id()});
        }
        batches.batchUpdate("UPDATE audit_trail SET chain_no = ?, chain_hash = ? WHERE id = ?", updates);
        jdbc.sql("UPDATE audit_chain SET last_no = ?, last_hash = ? WHERE id = 1")
                .params(no, hash)
                .update();
        return rows.size();
    }

    /** Seals the rest, then reads the whole trail and looks at every seal. */
    public ChainVerdict verify() {
        seal();
        ChainEnds ends = ends().orElseGet(() -> ChainEnds.none(new ChainSeal(key)));
        ChainSeal seal = new ChainSeal(key);
        if (!seal.ofBeginning(ends.firstNo(), ends.firstHash()).equals(ends.firstMac())) {
            return ChainVerdict.beginningMoved();
        }
        long no = ends.firstNo();
        String hash = ends.firstHash();
        long lastId = 0;
        for (List<SealedRow> block = sealed(no, ends); !block.isEmpty(); block = sealed(no, ends)) {
            for (SealedRow row : block) {
                if (row.no() != no + 1) {
                    return ChainVerdict.missing(no - ends.firstNo(), lastId, no + 1);
                }
                if (!seal.of(hash, row.no(), row).equals(row.hash())) {
                    return ChainVerdict.changed(no - ends.firstNo(), row.id());
                }
                no = row.no();
                hash = row.hash();
                lastId = row.id();
            }
        }
        if (no != ends.lastNo() || !hash.equals(ends.lastHash())) {
            return ChainVerdict.missing(no - ends.firstNo(), lastId, no + 1);
        }
        return ChainVerdict.whole(no - ends.firstNo(), no, hash);
    }

    /**
     * Takes the oldest rows away, at most so many, and moves the chain's beginning behind them.
     *
     * @return how many went
     */
    public int forget(Instant before, int most) {
        seal();
        begin();
        return transaction.execute(status -> {
            ChainEnds ends = locked();
            List<SealedRow> old = jdbc
                    .sql(COLUMNS + "WHERE chain_no > ? AND chain_no <= ? ORDER BY chain_no")
                    .params(ends.firstNo(), ends.firstNo() + most)
                    .query(SealedRow::read)
                    .list()
                    .stream()
                    .takeWhile(row -> row.at().isBefore(before))
                    .toList();
            if (old.isEmpty()) {
                return 0;
            }
            SealedRow last = old.getLast();
            jdbc.sql("DELETE FROM audit_trail WHERE chain_no > ? AND chain_no <= ?")
                    .params(ends.firstNo(), last.no())
                    .update();
            jdbc.sql("UPDATE audit_chain SET first_no = ?, first_hash = ?, first_mac = ? WHERE id = 1")
                    .params(last.no(), last.hash(), new ChainSeal(key).ofBeginning(last.no(), last.hash()))
                    .update();
            return old.size();
        });
    }

    private ChainEnds locked() {
        return jdbc.sql("SELECT * FROM audit_chain WHERE id = 1 FOR UPDATE")
                .query(ChainEnds::read)
                .single();
    }

    // In a transaction of its own: an INSERT beside the lock of the same row is a deadlock of two servers.
    private void begin() {
        if (ends().isEmpty()) {
            ChainEnds none = ChainEnds.none(new ChainSeal(key));
            jdbc.sql(
                            "INSERT IGNORE INTO audit_chain (id, first_no, first_hash, first_mac, last_no, last_hash) VALUES (1, ?, ?, ?, ?, ?)")
                    .params(none.firstNo(), none.firstHash(), none.firstMac(), none.lastNo(), none.lastHash())
                    .update();
        }
    }

    private Optional<ChainEnds> ends() {
        return jdbc.sql("SELECT * FROM audit_chain WHERE id = 1")
                .query(ChainEnds::read)
                .optional();
    }

    private List<SealedRow> unsealed(int most) {
        return jdbc.sql(COLUMNS + "WHERE chain_no IS NULL ORDER BY id LIMIT ?")
                .param(most)
                .query(SealedRow::read)
                .list();
    }

    private List<SealedRow> sealed(long after, ChainEnds ends) {
        return jdbc.sql(COLUMNS + "WHERE chain_no > ? AND chain_no <= ? ORDER BY chain_no LIMIT ?")
                .params(after, ends.lastNo(), BLOCK)
                .query(SealedRow::read)
                .list();
    }
}
