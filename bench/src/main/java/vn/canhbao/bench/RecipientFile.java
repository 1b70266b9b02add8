package vn.canhbao.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A file of people as offices have them: names, 200 units, a further column; 1 % of the rows wrong in every way that
 * people get them wrong, 1 % repeating an earlier number.
 *
 * @param rows below the header
 * @param first the numbers begin here, so that two files can be of different people
 */
record RecipientFile(int rows, int first) {

    private static final String[] HEADER = {"Số điện thoại", "Họ và tên", "Đơn vị", "Chức vụ"};
    private static final String[] PREFIXES = {"098", "091", "090", "032", "070", "081", "086", "056", "096", "094"};
    private static final String[] FAMILIES = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"};
    private static final String[] GIVEN = {"Văn An", "Thị Bình", "Minh Châu", "Quốc Dũng", "Thu Hà", "Hữu Khánh", "Mai"
    };
    private static final String[] POSTS = {"Chuyên viên", "Trưởng phòng", "Phó phòng", "Cán bộ", ""};
    private static final String[] WRONG = {
        "", "113", "02438250000", "19001234", "+85512345678", "O98", "09123", "0530000001"
    };
    private static final int A_HUNDRED = 100;

    /** How many of its rows are wrong: one in each hundred. */
    int wrong() {
        return (rows + A_HUNDRED / 2) / A_HUNDRED;
    }

    /** How many repeat the number of the row before. */
    int repeated() {
        return rows / A_HUNDRED;
    }

    void csv(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(String.join(",", HEADER) + "\n");
            for (int row = 0; row < rows; row++) {
                writer.write(String.join(",", cells(row)) + "\n");
            }
        }
    }

    void xlsx(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "canhbao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Danh sách");
            for (int column = 0; column < HEADER.length; column++) {
                sheet.value(0, column, HEADER[column]);
            }
            for (int row = 0; row < rows; row++) {
                String[] cells = cells(row);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row + 1, column, cells[column]);
                }
                if (row % 1000 == 999) {
                    sheet.flush();
                }
            }
        }
    }

    private String[] cells(int row) {
        String number = switch (row % A_HUNDRED) {
            case 50 -> WRONG[row / A_HUNDRED % WRONG.length];
            case 99 -> number(row - 1);
            default -> number(row);
        };
        return new String[] {
            number,
            FAMILIES[row % FAMILIES.length] + " " + GIVEN[row % GIVEN.length] + " " + row,
            "Xã Tân Lập " + row % 200,
            POSTS[row % POSTS.length]
        };
    }

    private String number(int row) {
        return PREFIXES[row % PREFIXES.length] + String.format("%07d", first + row);
    }
}
