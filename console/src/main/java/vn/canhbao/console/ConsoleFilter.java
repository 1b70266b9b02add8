package vn.canhbao.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * What people see on the console: our own lines, and warnings of libraries once the application has started. Until then
 * {@link StartFailure} says in one line what a page of stack traces would; the log file has everything.
 */
public final class ConsoleFilter extends Filter<ILoggingEvent> {

    static final String STARTED = "canhbao.started";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        if (event.getLoggerName().startsWith("vn.canhbao")) {
            return FilterReply.NEUTRAL;
        }
        boolean started = "true".equals(getContext().getProperty(STARTED));
        return started && event.getLevel().isGreaterOrEqual(Level.WARN) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
