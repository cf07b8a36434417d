package io.tiercast.dispatch;

import io.tiercast.message.Advance;
import io.tiercast.message.Claim;
import io.tiercast.message.MessageState;
import io.tiercast.message.Retry;
import io.tiercast.message.StatusEntry;
import io.tiercast.message.Verdict;
import io.tiercast.meta.SendOutcome.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What became of requests and is not written down yet. One write at a time; what is answered in the meantime goes into the next. */
final class Answers {

    private List<Advance> advances = new ArrayList<>();
    private List<StatusEntry> log = new ArrayList<>();
    private int writingNow;

    /** Provably not sent. */
    void notSent(Claim claim, Duration pause) {
        advances.add(Advance.deferred(claim.asAttempt(), null, Retry.uncounted(pause)));
    }

    void inDoubt(Claim claim) {
        advances.add(Advance.inDoubt(claim.asAttempt()));
    }

    void accepted(Claim claim, Accepted accepted, Instant at) {
        Advance advance = Advance.accepted(claim.asAttempt(), accepted.held(), at);
        advances.add(advance);
        log.add(entry(advance, at, accepted.wamid(), accepted.waId(), null));
    }

    void refused(Verdict verdict, String details) {
        Advance advance = verdict.advance();
        advances.add(advance);
        if (advance.state() == MessageState.FAILED) {
            log.add(entry(advance, advance.failedAt(), null, null, details));
        }
    }

    /** How many messages wait for it, those that are being written included. */
    int unwritten() {
        return advances.size() + writingNow;
    }

    /** Hands all of it over, unless the last write is still under way. */
    void write(Effects effects) {
        if (writingNow > 0 || advances.isEmpty()) {
            return;
        }
        List<Advance> batch = advances;
        List<StatusEntry> entries = log;
        advances = new ArrayList<>();
        log = new ArrayList<>();
        writingNow = batch.size();
        effects.record(batch, entries);
    }

    void written() {
        writingNow = 0;
    }

    private static StatusEntry entry(Advance advance, Instant at, String wamid, String waId, String detail) {
        return new StatusEntry(
                advance.key(),
                advance.attempt(),
                advance.state(),
                advance.error(),
                at,
                wamid,
                waId,
                null,
                null,
                detail);
    }
}
