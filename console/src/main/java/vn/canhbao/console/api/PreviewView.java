package vn.canhbao.console.api;

import java.util.List;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.scheduler.imports.ImportPreview;

/** An upload before its import starts, as scripts read it; see {@link ImportPreview}. */
record PreviewView(
        long id,
        ImportStatus status,
        long listId,
        String fileName,
        String format,
        String encoding,
        List<ImportPreview.Column> columns,
        List<ImportPreview.SampleRow> rows,
        List<FieldProblem> problems) {

    static PreviewView of(ImportPreview shown) {
        return new PreviewView(
                shown.upload().id(),
                shown.upload().status(),
                shown.upload().listId(),
                shown.upload().fileName(),
                shown.format(),
                shown.encoding(),
                shown.columns(),
                shown.rows(),
                shown.problems());
    }
}
