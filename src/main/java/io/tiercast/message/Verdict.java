package io.tiercast.message;

import io.tiercast.meta.ErrorCatalogue;
import io.tiercast.meta.ErrorClass;
import io.tiercast.meta.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/**
 * What an error of Meta's means: for the message, and for those that would come after it. One judgement serves the answer to a
 * send and the status {@code failed} that comes later, since most codes come either way.
 *
 * @param code Meta's
 * @param at when it failed
 */
public record Verdict(Advance advance, Reaction reaction, int code, Instant at) {

    /** What else has to happen. */
    public enum Reaction {
        GO_ON,
        /** The number was too fast. */
        SLOW_DOWN,
        /** The number is not to be used for a while; see {@link #rest()}. */
        REST,
        STOP_CAMPAIGN,
        STOP_SENDER,
        /** The person is not to be written to again. */
        SUPPRESS,
        /** Nobody of the person's country is to be written to by this campaign. */
        SKIP_COUNTRY
    }

    /** Pair rate: the number wrote to this person too often. Meta advises to wait 4^X seconds, and it is never under 6. */
    private static final int PAIR_RATE = 131056;

    /** A value is not valid: of one person's, or of the template's if person after person is refused for it. */
    private static final int INVALID_VALUE = 131009;

    /** The business may not write to people in this country. */
    private static final int COUNTRY_FORBIDDEN = 130497;

    private static final int PAIR_RATE_GROWTH = 4;
    private static final int PASSING_FAULT_GROWTH = 4;
    private static final Duration PASSING_FAULT = Duration.ofSeconds(10);
    private static final Duration THROTTLED = Duration.ofSeconds(2);
    private static final Duration STOPPED = Duration.ofSeconds(1);
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    /** Meta answered our request with an error. */
    public static Verdict refused(Attempt attempt, int code, Instant at) {
        return of(attempt, code, at, false);
    }

    /** Meta took the message and reported later that it failed. */
    public static Verdict failed(Attempt attempt, int code, Instant at) {
        return of(attempt, code, at, true);
    }

    /** When the last of them failed. */
    static Instant last(Collection<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** How long the number has to rest. */
    public Duration rest() {
        return ErrorCatalogue.of(code).retryAfter();
    }

    private static Verdict of(Attempt attempt, int code, Instant at, boolean accepted) {
        ErrorCode error = ErrorCatalogue.of(code);
        Retry retry = retry(error);
        Advance advance =
                retry == null ? gaveUp(attempt, code, at, accepted) : later(attempt, code, at, accepted, retry);
        return new Verdict(advance, reaction(error), code, at);
    }

    private static Advance gaveUp(Attempt attempt, int code, Instant at, boolean accepted) {
        return accepted ? Advance.status(attempt, MessageState.FAILED, code, at) : Advance.rejected(attempt, code, at);
    }

    private static Advance later(Attempt attempt, int code, Instant at, boolean accepted, Retry retry) {
        return accepted ? Advance.failedForNow(attempt, code, at, retry) : Advance.deferred(attempt, code, retry);
    }

    /** Null: never again. */
    private static Retry retry(ErrorCode error) {
        return switch (error.errorClass()) {
            case THROTTLE -> Retry.uncounted(orElse(error.retryAfter(), THROTTLED));
            case RETRY -> Retry.growing(orElse(error.retryAfter(), PASSING_FAULT), PASSING_FAULT_GROWTH, error.tries());
            case DEFER ->
                error.code() == PAIR_RATE
                        ? Retry.growing(error.retryAfter(), PAIR_RATE_GROWTH, null)
                        : Retry.daily(error.retryAfter());
            case PAUSE_CAMPAIGN, STOP_SENDER -> Retry.uncounted(STOPPED);
            case PERMANENT, CONFIGURATION -> null;
        };
    }

    private static Reaction reaction(ErrorCode error) {
        if (error.suppress() != null) {
            return Reaction.SUPPRESS;
        } else if (error.code() == COUNTRY_FORBIDDEN) {
            return Reaction.SKIP_COUNTRY;
        }
        return switch (error.errorClass()) {
            case THROTTLE ->
                orElse(error.retryAfter(), THROTTLED).compareTo(A_WHILE) < 0 ? Reaction.SLOW_DOWN : Reaction.REST;
            case PAUSE_CAMPAIGN -> Reaction.STOP_CAMPAIGN;
            case STOP_SENDER -> Reaction.STOP_SENDER;
            case RETRY, DEFER, PERMANENT, CONFIGURATION -> Reaction.GO_ON;
        };
    }

    /** Whether every message like it would be refused in the same way, if one after the other is. */
    public boolean faultOfOurs() {
        return code == INVALID_VALUE || ErrorCatalogue.of(code).errorClass() == ErrorClass.CONFIGURATION;
    }

    private static Duration orElse(Duration known, Duration otherwise) {
        return known == null ? otherwise : known;
    }
}
