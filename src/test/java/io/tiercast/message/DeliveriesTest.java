package io.tiercast.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What evidence does to a message, in whatever order it comes. */
@QuarkusTest
class DeliveriesTest extends HotPath {

    @Inject
    TimeToLive timeToLive;

    @ParameterizedTest
    @CsvSource({
        "SENT, SENT, SENT",
        "DELIVERED, SENT, DELIVERED",
        "READ, DELIVERED, READ",
        "READ, FAILED, READ",
        "FAILED, SENT, FAILED",
        "FAILED, DELIVERED, DELIVERED",
        "SENT, FAILED, FAILED",
    })
    void aStatusOnlyEverLiftsAMessage(MessageState first, MessageState second, MessageState outcome) {
        MessageKey key = aClaimedMessage();
        status(key, first);
        status(key, second);

        assertEquals(outcome, state(key));
        assertCountsEqualRows();
    }

    @Test
    void readImpliesDeliveredImpliesSentImpliesAccepted() {
        status(aClaimedMessage(), MessageState.READ);

        Counts counts = await(tally.read(campaign));
        assertEquals(
                List.of(1L, 1L, 1L, 1L),
                List.of(counts.everAccepted(), counts.everSent(), counts.everDelivered(), counts.everRead()));
    }

    @Test
    void whoFailsAfterBeingSentStillCountsAsSent() {
        MessageKey key = aClaimedMessage();
        status(key, MessageState.SENT);
        await(deliveries.advance(
                List.of(Advance.status(new Attempt(key, 1), MessageState.FAILED, 131026, AT)), List.of()));

        Counts counts = await(tally.read(campaign));
        assertEquals(1, counts.everSent());
        assertEquals(Map.of(131026, 1L), counts.failedByCode());
    }

    @Test
    void aStatusThatOvertakesTheAnswerIsKept() {
        MessageKey key = aClaimedMessage();
        status(key, MessageState.DELIVERED);
        await(deliveries.advance(List.of(Advance.accepted(new Attempt(key, 1), false, AT)), List.of()));

        assertEquals(MessageState.DELIVERED, state(key));
        assertCountsEqualRows();
    }

    @Test
    void lateEvidenceForTheFirstAttemptCancelsTheQueuedSecond() {
        MessageKey key = aClaimedMessage();
        await(deliveries.advance(
                List.of(Advance.deferred(new Attempt(key, 1), 131000, Retry.uncounted(Duration.ZERO))), List.of()));
        status(key, MessageState.DELIVERED);

        assertEquals(0, claim(10).size());
        assertEquals(MessageState.DELIVERED, state(key));
        assertCountsEqualRows();
    }

    @Test
    void aDeferredMessageIsClaimedAgainWhenItIsDue() {
        MessageKey key = aClaimedMessage();
        await(deliveries.advance(
                List.of(Advance.deferred(new Attempt(key, 1), 130429, Retry.uncounted(Duration.ofHours(1)))),
                List.of()));
        assertEquals(0, claim(10).size());
        await(sql.run("update retry_queue set due_at = now() where campaign_id = $1", campaign));

        assertEquals(2, claim(10).get(0).attempt());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverComesInWhateverOrderTheCountsEqualTheRows(long seed) {
        contacts(20, "OPTED_IN");
        freezeAndOpen();
        List<Claim> claimed = claim(20);
        Random random = new Random(seed);
        List<Advance> evidence = new ArrayList<>();
        for (Claim claim : claimed) {
            evidence.add(Advance.accepted(claim.asAttempt(), false, AT));
            for (MessageState state :
                    List.of(MessageState.SENT, MessageState.DELIVERED, MessageState.READ, MessageState.FAILED)) {
                if (random.nextInt(3) > 0) {
                    Advance status =
                            Advance.status(claim.asAttempt(), state, state == MessageState.FAILED ? 131026 : null, AT);
                    evidence.addAll(Collections.nCopies(1 + random.nextInt(2), status));
                }
            }
        }
        Collections.shuffle(evidence, random);
        while (!evidence.isEmpty()) {
            List<Advance> batch = evidence.subList(0, Math.min(evidence.size(), 1 + random.nextInt(30)));
            await(deliveries.advance(List.copyOf(batch), List.of()));
            batch.clear();
        }

        assertCountsEqualRows();
        assertEquals(20, await(tally.read(campaign)).everAccepted());
    }

    @Test
    void aPassingFailureAfterAcceptanceIsTriedAgain() {
        MessageKey key = aClaimedMessage();
        status(key, MessageState.SENT);
        record(Verdict.failed(new Attempt(key, 1), 131000, AT));

        assertEquals(MessageState.DEFERRED, state(key));
        assertEquals(1, await(tally.read(campaign)).everSent());
        assertEquals(2, claimWhenDue().attempt());
        assertCountsEqualRows();
    }

    @Test
    void aLateSentDoesNotCancelTheTryAfterAFailure() {
        MessageKey key = aClaimedMessage();
        record(Verdict.failed(new Attempt(key, 1), 131000, AT));
        status(key, MessageState.SENT);

        assertEquals(MessageState.DEFERRED, state(key));
        claimWhenDue();
        status(key, MessageState.SENT);
        assertEquals(MessageState.SENDING, state(key));
    }

    @Test
    void aFailureInOneBatchWithItsSentIsTriedAgainAllTheSame() {
        MessageKey key = aClaimedMessage();
        Attempt attempt = new Attempt(key, 1);
        await(deliveries.advance(
                List.of(
                        Verdict.failed(attempt, 131000, AT).advance(),
                        Advance.status(attempt, MessageState.SENT, null, AT)),
                List.of()));

        assertEquals(MessageState.DEFERRED, state(key));
    }

    @Test
    void deliveryAfterAFailureCancelsTheTry() {
        MessageKey key = aClaimedMessage();
        record(Verdict.failed(new Attempt(key, 1), 131000, AT));
        status(key, MessageState.DELIVERED);

        assertEquals(MessageState.DELIVERED, state(key));
        assertEquals(0, retries());
    }

    @Test
    void passingFaultsPassThreeTimesOnly() {
        MessageKey key = aClaimedMessage();
        record(Verdict.refused(new Attempt(key, 1), 131000, AT));
        claimWhenDue();
        record(Verdict.refused(new Attempt(key, 2), 131000, AT));
        claimWhenDue();
        assertEquals(MessageState.SENDING, state(key));
        record(Verdict.refused(new Attempt(key, 3), 131000, AT));

        assertEquals(MessageState.FAILED, state(key));
        assertEquals(Map.of(131000, 1L), await(tally.read(campaign)).failedByCode());
        assertCountsEqualRows();
    }

    @Test
    void beingTooFastIsNoFaultOfTheMessage() {
        MessageKey key = aClaimedMessage();
        for (int attempt = 1; attempt <= 5; attempt++) {
            record(Verdict.refused(new Attempt(key, attempt), 130429, AT));
            claimWhenDue();
        }
        record(Verdict.refused(new Attempt(key, 6), 131000, AT));

        assertEquals(MessageState.DEFERRED, state(key));
    }

    @Test
    void whoHasHadTooMuchMarketingIsTriedDailyForTheDaysOfTheCampaign() {
        MessageKey key = aClaimedMessage();
        await(sql.run("update campaign_run set retry_days = 1 where campaign_id = $1", campaign));
        record(Verdict.failed(new Attempt(key, 1), 131049, AT));

        assertEquals(MessageState.DEFERRED, state(key));
        double hours = await(sql.first(
                "select extract(epoch from due_at - now())::float8 / 3600 as h from retry_queue where campaign_id = $1",
                row -> row.getDouble("h"),
                campaign));
        assertTrue(hours > 23.99 && hours < 24.5, hours + " hours");
        claimWhenDue();
        record(Verdict.failed(new Attempt(key, 2), 131049, AT));
        assertEquals(MessageState.FAILED, state(key));
    }

    @Test
    void arrivingTwiceIsCountedOnce() {
        MessageKey key = aClaimedMessage();
        await(deliveries.advance(List.of(Advance.inDoubt(new Attempt(key, 1))), List.of()));
        await(doubts.sendAgain(List.of(new Attempt(key, 1))));
        claim(1);
        record(Advance.status(new Attempt(key, 2), MessageState.DELIVERED, null, AT));
        assertEquals(0, await(tally.read(campaign)).duplicates());
        status(key, MessageState.SENT);
        status(key, MessageState.DELIVERED);

        assertEquals(1, await(tally.read(campaign)).duplicates());
        assertEquals(1, await(tally.read(campaign)).everDelivered());
        assertCountsEqualRows();
    }

    @Test
    void aSecondTryAfterAFailureIsNoDuplicate() {
        MessageKey key = aClaimedMessage();
        record(Verdict.failed(new Attempt(key, 1), 131000, AT));
        claimWhenDue();
        record(Advance.status(new Attempt(key, 2), MessageState.READ, null, AT));
        status(key, MessageState.SENT);

        assertEquals(0, await(tally.read(campaign)).duplicates());
    }

    @Test
    void whatIsNotDeliveredInItsTimeExpiresAndComesBackIfItIsDeliveredAfterAll() {
        MessageKey key = aClaimedMessage();
        status(key, MessageState.SENT);
        await(timeToLive.round());
        assertEquals(MessageState.SENT, state(key));

        await(sql.run("update message set t_tried = now() - interval '31 d' where campaign_id = $1", campaign));
        await(sql.run("update campaign_run set expires_at = now() where campaign_id = $1", campaign));
        await(timeToLive.round());
        assertEquals(MessageState.EXPIRED, state(key));
        assertCountsEqualRows();

        status(key, MessageState.DELIVERED);
        assertEquals(MessageState.DELIVERED, state(key));
        assertCountsEqualRows();
    }

    private Claim claimWhenDue() {
        await(sql.run("update retry_queue set due_at = now() where campaign_id = $1", campaign));
        return claim(1).get(0);
    }

    private long retries() {
        return await(
                sql.first("select count(*) from retry_queue where campaign_id = $1", row -> row.getLong(0), campaign));
    }
}
