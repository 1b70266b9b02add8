package vn.canhbao.console.web.lists;

import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import vn.canhbao.report.table.PagedTable.Column;
import vn.canhbao.report.table.ReportTable;

/** What pages call things, in the language of whoever asks: a file says the same. */
@Component
class PageWords {

    private final MessageSourceAccessor messages;

    PageWords(MessageSource messages) {
        this.messages = new MessageSourceAccessor(messages);
    }

    String of(String key, Object... parameters) {
        return messages.getMessage(key, parameters);
    }

    /** {@code status.DRAFT} for the family {@code status}. */
    String of(String family, Enum<?> one) {
        return messages.getMessage(family + "." + one.name());
    }

    /** A column under a heading of the page. */
    <T> Column<T> column(String key, int width, Function<T, ?> cell) {
        return new Column<>(new ReportTable.Column(of(key), width), cell);
    }

    /** A column of whole figures in a hundred. */
    <T> Column<T> percent(String key, Function<T, Integer> cell) {
        return new Column<>(new ReportTable.Column(of(key) + " (%)", 14), cell);
    }
}
