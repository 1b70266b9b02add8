package vn.canhbao.core.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Where the chain begins and ends. */
record ChainEnds(long firstNo, String firstHash, String firstMac, long lastNo, String lastHash) {

    static ChainEnds none(ChainSeal seal) {
        String nothing = "0".repeat(64);
        return new ChainEnds(0, nothing, seal.ofBeginning(0, nothing), 0, nothing);
    }

    static ChainEnds read(ResultSet row, int n) throws SQLException {
        return new ChainEnds(
                row.getLong("first_no"),
                row.getString("first_hash"),
                row.getString("first_mac"),
                row.getLong("last_no"),
                row.getString("last_hash"));
    }
}
