package vn.canhbao.gateway.matrix;

import java.util.List;
import java.util.stream.Stream;

/** The rows, by theme. */
final class MatrixRows {

    private MatrixRows() {}

    static List<MatrixRow> all() {
        return Stream.of(IdRows.rows(), ReceiptRows.rows(), AnswerRows.rows(), SessionRows.rows(), WireRows.rows())
                .flatMap(List::stream)
                .toList();
    }
}
