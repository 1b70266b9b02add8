package vn.canhbao.scheduler.prepare;

/** Recipient ids of one partition: those over {@code after}, up to and with {@code upTo}. */
record IdRange(long after, long upTo) {}
