package vn.canhbao.scheduler.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.RecipientImport;
import vn.canhbao.core.recipient.RecipientImports;

/**
 * A file of 28,000 rows, 7 chunks: 23,200 people, 28 of them with 11-digit numbers; 2,000 rows that repeat the number of
 * 10,000 rows before, chunks away, under another name; 2,800 wrong rows.
 */
final class ManyRows {

    static final int ROWS = 7 * RecipientImportJob.CHUNK;
    static final String FILE = file();

    private ManyRows() {}

    private static String file() {
        StringBuilder file = new StringBuilder("msisdn,full_name,unit\n");
        IntStream.range(0, ROWS).forEach(n -> file.append(row(n)).append('\n'));
        return file.toString();
    }

    private static String row(int n) {
        if (n % 10 == 7) {
            return "113,Sai " + n + ",Ban A";
        }
        if (repeats(n)) {
            return "0980%06d,Người khác %d,Ban B".formatted(n - 10_000, n);
        }
        return n % 1000 == 1 ? "01680%06d,Người %d,Ban A".formatted(n, n) : "0980%06d,Người %d,Ban A".formatted(n, n);
    }

    private static boolean repeats(int n) {
        return n % 5 == 4 && n >= 10_000 && n < 20_000;
    }

    /** The end state that an import reaches, however often it was interrupted. */
    static void assertImported(RecipientImport done, ImportApplication application, JdbcClient jdbc) {
        assertThat(done.failure()).isNull();
        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(new long[] {done.read(), done.accepted(), done.duplicates(), done.rejected()})
                .containsExactly(28_000, 23_200, 2_000, 2_800);
        assertThat(application.bean(RecipientImports.class).rejects(done.id(), 0, ROWS))
                .extracting(reject -> reject.row())
                .containsExactlyElementsOf(IntStream.range(0, ROWS)
                        .filter(n -> n % 10 == 7)
                        .mapToObj(n -> n + 2L)
                        .toList());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM recipient_list_member WHERE list_id = ?")
                        .param(done.listId())
                        .query(Long.class)
                        .single())
                .isEqualTo(23_200);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM recipient WHERE full_name LIKE 'Người khác%'")
                        .query(Long.class)
                        .single())
                .as("the first row of a number counts")
                .isZero();
        assertThat(jdbc.sql("SELECT detail FROM audit_trail WHERE action = 'RECIPIENTS_IMPORT_COMPLETED'")
                        .query(String.class)
                        .single())
                .contains("11-digit numbers converted 28");
    }
}
