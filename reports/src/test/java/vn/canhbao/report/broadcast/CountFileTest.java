package vn.canhbao.report.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.canhbao.core.problem.InvalidInput;

class CountFileTest {

    @Test
    void vietnameseSpreadsheetsFileIsReadAndItsTotalLineCompared() {
        assertThat(read("""
                        \uFEFFKhu vực;Số thuê bao;Đã gửi;Thành công;Không thành công
                        Phường Cao Lãnh;12.345;12000;11.500;400
                        "Xã Mỹ An; Hưng";10;9;8;1
                        Tổng cộng;12.355;12.009;11.508;401
                        """))
                .isEqualTo(List.of(
                        new AreaCount("Phường Cao Lãnh", 12_345, 12_000, 11_500, 400),
                        new AreaCount("Xã Mỹ An; Hưng", 10, 9, 8, 1)));
    }

    @Test
    void guardedNameLosesItsApostrophe() {
        assertThat(read("khu_vuc,tb,gui,ok,loi\r\n'-Toàn tỉnh,5,5,5,0\r\n")
                        .getFirst()
                        .area())
                .isEqualTo("-Toàn tỉnh");
    }

    @Test
    void everyUnreadableLineIsNamed() {
        assertThatThrownBy(() -> read("a,b,c,d,e\nMột,1,2\nHai,1,nhiều,0,0\n"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting("field")
                                .containsExactly("line 2", "line 3"));
        assertThatThrownBy(() -> read("a,b,c,d,e\nMột,1,1,1,0\nTổng,2,2,2,0\n")).hasMessageContaining("dòng tổng");
        assertThatThrownBy(() -> read("")).isInstanceOf(InvalidInput.class);
    }

    private static List<AreaCount> read(String file) {
        return CountFile.read(file.getBytes(StandardCharsets.UTF_8));
    }
}
