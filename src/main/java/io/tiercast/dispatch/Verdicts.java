package io.tiercast.dispatch;

import io.tiercast.dispatch.Verdict.Reaction;
import io.tiercast.message.Advance;
import io.tiercast.message.Claim;
import io.tiercast.message.MessageState;
import io.tiercast.message.StatusEntry;
import io.tiercast.meta.ErrorCatalogue;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendOutcome.Accepted;
import io.tiercast.meta.SendOutcome.InDoubt;
import io.tiercast.meta.SendOutcome.NotSent;
import io.tiercast.meta.SendOutcome.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Judges outcomes. Pure but for the jitter of back-offs. */
@ApplicationScoped
class Verdicts {

    /** Pair rate: the number sent to this person too often; Meta advises to wait 4^X seconds, and never under 6. */
    private static final int PAIR_RATE = 131056;

    private static final int TRIES = 3;
    private static final Duration THROTTLED = Duration.ofSeconds(2);
    private static final Duration UNREACHABLE = Duration.ofSeconds(5);
    private static final Duration STOPPED = Duration.ofSeconds(1);
    private static final Duration PASSING_FAULT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    Verdict judge(Claim claim, SendOutcome outcome, Instant now) {
        if (outcome instanceof Accepted accepted) {
            return accepted(claim, accepted, now);
        } else if (outcome instanceof Refused refused) {
            return refused(claim, refused, now);
        } else if (outcome instanceof NotSent) {
            return later(claim, null, UNREACHABLE, Reaction.SLOW_DOWN, now);
        } else if (outcome instanceof InDoubt) {
            return new Verdict(Advance.inDoubt(claim.key(), claim.attempt()), null, Reaction.GO_ON);
        }
        throw new IllegalStateException("unknown outcome " + outcome);
    }

    private static Verdict accepted(Claim claim, Accepted accepted, Instant now) {
        Advance advance = Advance.accepted(claim.key(), claim.attempt(), accepted.held(), now);
        StatusEntry entry = entry(claim, advance.state(), null, now, accepted.wamid(), accepted.waId(), null);
        return new Verdict(advance, entry, Reaction.GO_ON);
    }

    private Verdict refused(Claim claim, Refused refused, Instant now) {
        int code = refused.code();
        return switch (ErrorCatalogue.of(code).errorClass()) {
            case THROTTLE -> later(claim, code, THROTTLED, Reaction.SLOW_DOWN, now);
            case RETRY ->
                claim.attempt() < TRIES
                        ? later(claim, code, grown(PASSING_FAULT, 5, claim.attempt()), Reaction.GO_ON, now)
                        : failed(claim, refused, now);
            case DEFER ->
                code == PAIR_RATE
                        ? later(claim, code, grown(Duration.ofSeconds(6), 4, claim.attempt()), Reaction.GO_ON, now)
                        : failed(claim, refused, now);
            case PAUSE_CAMPAIGN -> later(claim, code, STOPPED, Reaction.STOP_CAMPAIGN, now);
            case STOP_SENDER -> later(claim, code, STOPPED, Reaction.STOP_SENDER, now);
            case PERMANENT, CONFIGURATION -> failed(claim, refused, now);
        };
    }

    private static Verdict failed(Claim claim, Refused refused, Instant now) {
        Advance advance = Advance.rejected(claim.key(), claim.attempt(), refused.code(), now);
        StatusEntry entry = entry(claim, MessageState.FAILED, refused.code(), now, null, null, refused.details());
        return new Verdict(advance, entry, Reaction.GO_ON);
    }

    private Verdict later(Claim claim, Integer code, Duration wait, Reaction reaction, Instant now) {
        long jittered = (long) (wait.toMillis() * (1 + random.nextDouble() / 2));
        Advance advance = Advance.deferred(claim.key(), claim.attempt(), code, now.plusMillis(jittered));
        return new Verdict(advance, null, reaction);
    }

    private static Duration grown(Duration first, int factor, int attempt) {
        double millis = first.toMillis() * Math.pow(factor, attempt - 1.0);
        return Duration.ofMillis((long) Math.min(millis, LONGEST_WAIT.toMillis()));
    }

    private static StatusEntry entry(
            Claim claim, MessageState state, Integer code, Instant at, String wamid, String waId, String detail) {
        return new StatusEntry(claim.key(), claim.attempt(), state, code, at, wamid, waId, null, null, detail);
    }
}
