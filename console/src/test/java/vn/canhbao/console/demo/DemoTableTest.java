package vn.canhbao.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DemoTableTest {

    private static final String REPORT = """
            {"operators":[
              {"operator":"VIETTEL","displayName":"Viettel","tallies":%s,"meanSecondsToReceipt":0.52,"p95SecondsToReceipt":1.04},
              {"operator":"GMOBILE","displayName":"Gmobile","tallies":%s,"meanSecondsToReceipt":null,"p95SecondsToReceipt":null}],
             "total":{"operator":null,"displayName":"Tổng cộng","tallies":%s,"meanSecondsToReceipt":0.5,"p95SecondsToReceipt":null}}
            """;

    @Test
    void totalsThatAddUpHaveNoContradiction() {
        assertThat(table(tallies(10, 9, 1), tallies(5, 5, 0), tallies(15, 14, 1))
                        .contradictions(15))
                .isEmpty();
    }

    @Test
    void rowThatDoesNotAddUpIsNamed() {
        assertThat(table(tallies(10, 8, 1), tallies(5, 5, 0), tallies(15, 13, 1))
                        .contradictions(15))
                .anyMatch(wrong -> wrong.startsWith("Viettel: 9 ≠ 10"));
    }

    @Test
    void totalThatIsNotTheSumOfItsOperatorsIsNamed() {
        assertThat(table(tallies(10, 9, 1), tallies(5, 5, 0), tallies(16, 15, 1))
                        .contradictions(16))
                .contains("planned: 15 ≠ 16", "delivered: 14 ≠ 15");
    }

    @Test
    void personInTheListWithoutAMessageIsNamed() {
        assertThat(table(tallies(10, 9, 1), tallies(5, 5, 0), tallies(15, 14, 1))
                        .contradictions(16))
                .containsExactly("planned 15 ≠ 16 people in the list");
    }

    @Test
    void columnsStandUnderEachOther() {
        var lines = table(tallies(10, 9, 1), tallies(5, 5, 0), tallies(15, 14, 1))
                .text()
                .lines()
                .toList();

        assertThat(lines.getFirst()).startsWith("Nhà mạng").contains("Đã phát").doesNotContain("Chờ gửi");
        assertThat(lines.subList(0, 7))
                .extracting(String::length)
                .containsOnly(lines.getFirst().length());
        assertThat(lines.get(3)).startsWith("Viettel").endsWith("0.5      1.0");
    }

    private static DemoTable table(String viettel, String gmobile, String total) {
        return new DemoTable(JsonMapper.shared().readTree(REPORT.formatted(viettel, gmobile, total)));
    }

    private static String tallies(int planned, int delivered, int failed) {
        return "{\"planned\":%d,\"pending\":0,\"submitted\":0,\"delivered\":%d,\"partlyDelivered\":0,\"failed\":%d,\"expired\":0,\"unknown\":0,\"unanswered\":0,\"suppressed\":0,\"cancelled\":0,\"segments\":%d}"
                .formatted(planned, delivered, failed, planned);
    }
}
