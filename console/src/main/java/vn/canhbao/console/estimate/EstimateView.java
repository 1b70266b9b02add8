package vn.canhbao.console.estimate;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a campaign would send. While it is being counted only {@code counted} and {@code recipients} say how far that is.
 *
 * @param recipients whom a wave addresses, each once
 * @param excluded recipients who get no message
 * @param unusable recipients whose text can't be sent, as {@code firstProblem} says of the first of them
 * @param exact every text was made; else the figures come from an even sample of {@code counted} recipients
 * @param costVnd by the tariffs of today; {@code null} where no operator of it has one
 * @param sending all messages at the links' rates, without closed windows and waiting for other campaigns; {@code null}: no limit
 * @param units how many people of the largest units
 * @param waves when each begins and ends, with its window and spread, one recurring the next time
 * @param perhaps so many messages on top at most: to those whom the waves before do not reach, or who do not acknowledge
 * @param notes what is left out, in one line each
 */
public record EstimateView(
        Status status,
        long counted,
        long recipients,
        long excluded,
        long unusable,
        String firstProblem,
        boolean exact,
        long messages,
        Range segments,
        Range costVnd,
        Duration sending,
        List<Line> operators,
        List<UnitPeople> units,
        List<Timetable.Slot> waves,
        long perhaps,
        List<String> notes,
        OffsetDateTime computedAt) {

    public enum Status {
        READY,
        COUNTING,
        FAILED
    }

    /** A figure; in an estimate it lies between {@code fewest} and {@code most} with 95 % confidence. */
    public record Range(long figure, long fewest, long most) {

        Range times(long factor) {
            return new Range(figure * factor, fewest * factor, most * factor);
        }

        Range plus(Range other) {
            return new Range(figure + other.figure, fewest + other.fewest, most + other.most);
        }
    }

    /** One operator; {@code vndPerSegment} and {@code costVnd} are {@code null} without a tariff. */
    public record Line(
            String operator, String displayName, long messages, Range segments, Integer vndPerSegment, Range costVnd) {}

    /** The people of a unit; {@code unit} is {@code null} for those without one. */
    public record UnitPeople(String unit, long people) {}

    static EstimateView of(Status status, long counted, long recipients) {
        return new EstimateView(
                status,
                counted,
                recipients,
                0,
                0,
                null,
                false,
                0,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                null);
    }
}
