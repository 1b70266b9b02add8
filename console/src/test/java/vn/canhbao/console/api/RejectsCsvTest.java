package vn.canhbao.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.canhbao.core.recipient.ImportReject;

class RejectsCsvTest {

    @Test
    void startsWithAByteOrderMarkSoThatSpreadsheetsReadVietnamese() {
        assertThat(csv(new ImportReject(2, "msisdn", "09", "thiếu số")))
                .startsWith("\uFEFFrow,field,value,reason\r\n2,");
    }

    @Test
    void formulasStayText() {
        assertThat(csv(new ImportReject(3, "full_name", "=HYPERLINK(\"http://x\")", "lạ")))
                .contains("3,full_name,\"'=HYPERLINK(\"\"http://x\"\")\",lạ");
        assertThat(csv(new ImportReject(4, "msisdn", "+8491", "ngắn"))).contains("4,msisdn,'+8491,");
    }

    private static String csv(ImportReject reject) {
        return new String(RejectsCsv.of(List.of(reject)), StandardCharsets.UTF_8);
    }
}
