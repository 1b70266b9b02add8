package vn.canhbao.core.message;

import java.time.Duration;
import java.time.Instant;

/**
 * A running wave, as a claim sees it.
 *
 * @param urgent its messages go before those of other waves
 * @param exercise its messages may reach no public link
 * @param spread it is sent evenly over so long; {@code null}: as fast as the links go
 * @param since when it began to run
 */
public record ClaimableWave(long id, boolean urgent, boolean exercise, Duration spread, Instant since) {}
