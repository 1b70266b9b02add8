package vn.canhbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.canhbao.report.table.PagedTable.Column;
import vn.canhbao.report.table.PagedTable.Pages;

class PagedTableTest {

    private static final List<Column<Long>> COLUMNS = List.of(
            new Column<>(new ReportTable.Column("Số", 8), number -> number),
            new Column<>(new ReportTable.Column("Lẻ", 8), number -> number % 2 == 1 ? "lẻ" : null));

    private final List<Integer> limits = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_999, 2_000, 2_001, 4_000, 5_432})
    void everyRowIsWrittenOnceInItsOrder(int count) throws IOException {
        assertThat(written(this.upTo(count))).isEqualTo(expected(count));
        assertThat(limits).hasSize(count / 2_000 + 1);
        assertThat(written(Pages.of(LongStream.rangeClosed(1, count).boxed().toList())))
                .isEqualTo(expected(count));
    }

    @Test
    void whatIsRefusedIsRefusedBeforeAFileIsBegun() {
        List<String> opened = new ArrayList<>();
        PagedTable<Long> refused = new PagedTable<>("Bảng", COLUMNS, (last, limit) -> {
            throw new IllegalArgumentException("no");
        });

        assertThatThrownBy(() -> refused.write(() -> {
                    opened.add("file");
                    return new CsvFile(new ByteArrayOutputStream(), false);
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(opened).isEmpty();
    }

    @Test
    void whatCouldNotBeReadToItsEndIsNoWholeFile() {
        var out = new ByteArrayOutputStream();
        PagedTable<Long> broken = new PagedTable<>("Bảng", COLUMNS, (last, limit) -> {
            if (last != null) {
                throw new IllegalStateException("the database is gone");
            }
            return LongStream.rangeClosed(1, limit).boxed().toList();
        });

        assertThatThrownBy(() -> broken.write(() -> new XlsxFile(out))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray())))
                .isInstanceOf(Exception.class);
    }

    /** 1, 2, 3 …, asked for page by page. */
    private Pages<Long> upTo(long count) {
        return (last, limit) -> {
            limits.add(limit);
            long from = last == null ? 1 : last + 1;
            return LongStream.range(from, Math.min(from + limit, count + 1))
                    .boxed()
                    .toList();
        };
    }

    private static String written(Pages<Long> pages) throws IOException {
        var out = new ByteArrayOutputStream();
        new PagedTable<>("Bảng", COLUMNS, pages).write(() -> new CsvFile(out, false));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String expected(int count) {
        var csv = new StringBuilder("\uFEFFSố,Lẻ\r\n");
        IntStream.rangeClosed(1, count)
                .forEach(number ->
                        csv.append(number).append(number % 2 == 1 ? ",lẻ" : ",").append("\r\n"));
        return csv.toString();
    }
}
