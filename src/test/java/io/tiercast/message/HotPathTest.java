package io.tiercast.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tiercast.sender.PortfolioWindow;
import io.tiercast.sql.Selection;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The queue, the claims and the evidence over the real tables. The campaigns here exist in the message tables only. */
@QuarkusTest
class HotPathTest {

    private static final AtomicLong NEXT = new AtomicLong(5_000);
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    private static final FreezeAudience.Policy POLICY =
            new FreezeAudience.Policy(null, null, InDoubtPolicy.RESOLVE, 3, Duration.ofDays(30));

    @Inject
    Sql sql;

    @Inject
    CampaignQueue queue;

    @Inject
    Claims claims;

    @Inject
    Deliveries deliveries;

    @Inject
    Doubts doubts;

    @Inject
    Orphans orphans;

    @Inject
    Recipients recipients;

    @Inject
    Tally tally;

    @Inject
    PortfolioWindow window;

    private final long campaign = NEXT.incrementAndGet();
    private final String marker = "hot" + campaign;
    private long sender;
    private long epoch;

    @BeforeEach
    void aSenderThatWeHold() {
        sender = await(sql.first("""
                insert into sender (name, phone_number_id, waba_id, sender_key, access_token)
                values ($1, $1, $1, $1, '\\x00') returning id
                """, row -> row.getLong(0), marker));
        // Held by another node, so that the dispatcher of this application lets the sender be.
        await(sql.run("insert into sender_lease values ($1, 'test', 7, now() + interval '1 h')", sender));
        epoch = 7;
        await(window.ensure(sender));
    }

    @Test
    void everyDistinctPersonIsInTheAudienceOnceAndTheSkippedHaveTheirReason() {
        contacts(6, "OPTED_IN");
        contact("refuses", "OPTED_OUT");
        contact("never asked", "UNKNOWN");
        contact("  ", "OPTED_IN");
        Selection excluded = Selection.of("select id as contact_id from contact where external_id = ?", marker + "-0");

        await(queue.freeze(new FreezeAudience(
                campaign,
                sender,
                "MARKETING",
                1,
                new JsonObject(),
                List.of(everybody(), everybody()),
                List.of(excluded),
                List.of(Selection.of("nullif(btrim(c.name), ?::text)", "")),
                POLICY)));

        Counts counts = await(tally.read(campaign));
        assertEquals(9, counts.total());
        assertEquals(5, counts.in(MessageState.QUEUED));
        assertEquals(
                Map.of(
                        SkipReason.EXCLUDED, 1L,
                        SkipReason.OPTED_OUT, 1L,
                        SkipReason.NOT_OPTED_IN, 1L,
                        SkipReason.MISSING_VARIABLE, 1L),
                counts.skippedByReason());
    }

    @Test
    void freezingAgainAfterACrashChangesNothing() {
        contacts(3, "OPTED_IN");
        freeze();
        contacts(2, "OPTED_IN");
        freeze();

        assertEquals(3, await(tally.read(campaign)).total());
    }

    @Test
    void whatIsClaimedIsClaimedOnceInTheOrderOfTheAudience() {
        contacts(25, "OPTED_IN");
        freezeAndOpen();

        List<Integer> claimed = new ArrayList<>();
        claim(10).forEach(claim -> claimed.add(claim.key().seq()));
        claim(10).forEach(claim -> claimed.add(claim.key().seq()));
        claim(10).forEach(claim -> claimed.add(claim.key().seq()));

        assertEquals(IntStream.rangeClosed(1, 25).boxed().toList(), claimed);
        assertEquals(0, claim(10).size());
        assertCountsEqualRows();
    }

    @Test
    void aShutQueueGivesNothing() {
        contacts(3, "OPTED_IN");
        freezeAndOpen();
        await(queue.shut(campaign));

        assertEquals(0, claim(10).size());
    }

    @Test
    void anOwnerThatLostItsLeaseClaimsNothing() {
        contacts(3, "OPTED_IN");
        freezeAndOpen();
        await(sql.run("update sender_lease set epoch = epoch + 1 where sender_id = $1", sender));

        assertEquals(0, claim(10).size());
        assertEquals(3, await(tally.read(campaign)).in(MessageState.QUEUED));
    }

    @Test
    void whoOptsOutAfterFreezingIsSkippedByTheClaim() {
        contacts(3, "OPTED_IN");
        freezeAndOpen();
        await(sql.run("update contact set marketing_consent = 'OPTED_OUT' where external_id = $1", marker + "-1"));

        assertEquals(2, claim(10).size());
        assertEquals(
                Map.of(SkipReason.OPTED_OUT, 1L), await(tally.read(campaign)).skippedByReason());
        assertCountsEqualRows();
    }

    @Test
    void aDeletedContactIsSkippedByTheClaim() {
        contacts(2, "OPTED_IN");
        freezeAndOpen();
        await(sql.run("delete from contact where external_id = $1", marker + "-0"));

        assertEquals(1, claim(10).size());
        assertEquals(
                Map.of(SkipReason.CONTACT_DELETED, 1L),
                await(tally.read(campaign)).skippedByReason());
    }

    @Test
    void noMoreThanTheMessagingLimitIsEverClaimed() {
        contacts(10, "OPTED_IN");
        await(sql.run("update sender set messaging_limit = 4 where id = $1", sender));
        freezeAndOpen();

        assertEquals(3, claim(3).size());
        assertEquals(1, claim(3).size());
        assertEquals(0, claim(3).size());
        assertEquals(0L, await(window.limits(sender)).remaining());
        await(sql.run("update sender set messaging_limit = 6 where id = $1", sender));
        assertEquals(2, claim(5).size());
    }

    @Test
    void twoNumbersOfOnePortfolioShareItsLimit() {
        contacts(40, "OPTED_IN");
        await(sql.run("update sender set messaging_limit = 15 where id = $1", sender));
        freezeAndOpen();

        List<Uni<List<Claim>>> atOnce = Collections.nCopies(8, claims.claim(sender, epoch, campaign, 5));
        int claimed = await(Uni.join().all(atOnce).andFailFast()).stream()
                .mapToInt(List::size)
                .sum();

        assertEquals(15, claimed);
    }

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
        await(deliveries.advance(List.of(Advance.status(key, 1, MessageState.FAILED, 131026, AT)), List.of()));

        Counts counts = await(tally.read(campaign));
        assertEquals(1, counts.everSent());
        assertEquals(Map.of(131026, 1L), counts.failedByCode());
    }

    @Test
    void aStatusThatOvertakesTheAnswerIsKept() {
        MessageKey key = aClaimedMessage();
        status(key, MessageState.DELIVERED);
        await(deliveries.advance(List.of(Advance.accepted(key, 1, false, AT)), List.of()));

        assertEquals(MessageState.DELIVERED, state(key));
        assertCountsEqualRows();
    }

    @Test
    void evidenceTakesAMessageOutOfDoubt() {
        MessageKey key = aClaimedMessage();
        await(deliveries.advance(List.of(Advance.inDoubt(key, 1)), List.of()));
        assertEquals(MessageState.IN_DOUBT, state(key));
        status(key, MessageState.SENT);

        assertEquals(MessageState.SENT, state(key));
        assertEquals(0, inDoubtRows());
    }

    @Test
    void lateEvidenceForTheFirstAttemptCancelsTheQueuedSecond() {
        MessageKey key = aClaimedMessage();
        await(deliveries.advance(List.of(Advance.deferred(key, 1, 131000, AT)), List.of()));
        status(key, MessageState.DELIVERED);

        assertEquals(0, claim(10).size());
        assertEquals(MessageState.DELIVERED, state(key));
        assertCountsEqualRows();
    }

    @Test
    void aDeferredMessageIsClaimedAgainWhenItIsDue() {
        MessageKey key = aClaimedMessage();
        await(deliveries.advance(
                List.of(Advance.deferred(key, 1, 130429, Instant.now().plusSeconds(3_600))), List.of()));
        assertEquals(0, claim(10).size());
        await(sql.run("update retry_queue set due_at = now() where campaign_id = $1", campaign));

        assertEquals(2, claim(10).get(0).attempt());
    }

    @Test
    void claimsOfADeadOwnerAreInDoubt() {
        contacts(5, "OPTED_IN");
        freezeAndOpen();
        claim(3);

        assertEquals(3, await(orphans.adopt(sender)));
        assertEquals(3, await(tally.read(campaign)).in(MessageState.IN_DOUBT));
        assertEquals(3, inDoubtRows());
        assertCountsEqualRows();
    }

    @Test
    void aMessageInDoubtIsComparedWithItsNeighboursAndSentAgain() {
        contacts(8, "OPTED_IN");
        freezeAndOpen();
        List<Claim> claimed = claim(8);
        for (Claim claim : claimed.subList(0, 7)) {
            answered(claim.key(), MessageState.ACCEPTED);
            answered(claim.key(), MessageState.SENT);
        }
        await(orphans.adopt(sender));

        Doubt doubt = doubtsOfThisCampaign().get(0);
        assertEquals(claimed.get(7).key(), doubt.attempt().key());
        assertEquals(List.of(7L, 7L, 0L), List.of(doubt.neighbours(), doubt.answered(), doubt.held()));
        assertEquals(1, await(doubts.sendAgain(List.of(doubt.attempt()))));
        assertEquals(2, claim(10).get(0).attempt());
        assertEquals(0, inDoubtRows());
        assertCountsEqualRows();
    }

    @Test
    void evidenceThatComesFirstWinsOverTheDecisionToSendAgain() {
        contact("Asha", "OPTED_IN");
        freezeAndOpen();
        claim(1);
        await(orphans.adopt(sender));
        Attempt attempt = doubtsOfThisCampaign().get(0).attempt();
        status(attempt.key(), MessageState.DELIVERED);

        assertEquals(0, await(doubts.sendAgain(List.of(attempt))));
        assertEquals(0, claim(10).size());
        assertEquals(MessageState.DELIVERED, state(attempt.key()));
    }

    @Test
    void whatCannotBeDecidedIsLeftToAPersonAndLateEvidenceStillCounts() {
        contact("Asha", "OPTED_IN");
        freezeAndOpen();
        claim(1);
        await(orphans.adopt(sender));
        Attempt attempt = doubtsOfThisCampaign().get(0).attempt();
        await(doubts.leaveUnconfirmed(List.of(attempt)));
        assertEquals(MessageState.UNCONFIRMED, state(attempt.key()));
        status(attempt.key(), MessageState.READ);

        assertEquals(MessageState.READ, state(attempt.key()));
        assertCountsEqualRows();
    }

    @Test
    void theRestOfACancelledCampaignIsSkipped() {
        contacts(5, "OPTED_IN");
        freezeAndOpen();
        claim(2);
        await(queue.shut(campaign));
        await(queue.skipSome(campaign, SkipReason.CANCELLED));

        assertEquals(0, await(queue.skipSome(campaign, SkipReason.CANCELLED)));
        assertEquals(
                Map.of(SkipReason.CANCELLED, 3L), await(tally.read(campaign)).skippedByReason());
        assertCountsEqualRows();
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
            evidence.add(Advance.accepted(claim.key(), 1, false, AT));
            for (MessageState state :
                    List.of(MessageState.SENT, MessageState.DELIVERED, MessageState.READ, MessageState.FAILED)) {
                if (random.nextInt(3) > 0) {
                    Advance status =
                            Advance.status(claim.key(), 1, state, state == MessageState.FAILED ? 131049 : null, AT);
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

    private List<Doubt> doubtsOfThisCampaign() {
        return await(doubts.look(Duration.ofMinutes(15))).stream()
                .filter(doubt -> doubt.attempt().key().campaignId() == campaign)
                .toList();
    }

    /** With its entry in the log, like the dispatcher and the webhook write it. */
    private void answered(MessageKey key, MessageState state) {
        StatusEntry entry = new StatusEntry(key, 1, state, null, AT, "wamid." + key.seq(), null, null, null, null);
        await(deliveries.advance(List.of(Advance.status(key, 1, state, null, AT)), List.of(entry)));
    }

    private MessageKey aClaimedMessage() {
        contact("Asha", "OPTED_IN");
        freezeAndOpen();
        return claim(1).get(0).key();
    }

    private List<Claim> claim(int limit) {
        return await(claims.claim(sender, epoch, campaign, limit));
    }

    private void status(MessageKey key, MessageState state) {
        await(deliveries.advance(List.of(Advance.status(key, 1, state, null, AT)), List.of()));
    }

    private MessageState state(MessageKey key) {
        return await(recipients.page(campaign, new Recipients.Filter(null, null, null), key.seq() - 1, 1))
                .get(0)
                .state();
    }

    private void freezeAndOpen() {
        freeze();
        await(sql.inTransaction(transaction -> queue.open(transaction, campaign)));
    }

    private void freeze() {
        await(queue.freeze(new FreezeAudience(
                campaign,
                sender,
                "MARKETING",
                1,
                new JsonObject(),
                List.of(everybody()),
                List.of(),
                List.of(),
                POLICY)));
    }

    private Selection everybody() {
        return Selection.of("select id as contact_id from contact where external_id like ?", marker + "-%");
    }

    private void contacts(int n, String consent) {
        for (int i = 0; i < n; i++) {
            contact("Contact " + i, consent);
        }
    }

    private void contact(String name, String consent) {
        long n = await(sql.first(
                "select count(*) from contact where external_id like $1", row -> row.getLong(0), marker + "-%"));
        await(sql.run(
                "insert into contact (phone, name, external_id, marketing_consent) values ($1, $2, $3, $4)",
                "+9198%04d%04d".formatted(campaign % 10_000, n),
                name,
                marker + "-" + n,
                consent));
    }

    private long inDoubtRows() {
        return await(
                sql.first("select count(*) from in_doubt where campaign_id = $1", row -> row.getLong(0), campaign));
    }

    /** The tally counts transitions; here the rows are counted and both must agree. */
    private void assertCountsEqualRows() {
        Counts counts = await(tally.read(campaign));
        for (MessageState state : MessageState.values()) {
            assertEquals(count("state = " + state.code()), counts.in(state), state.name());
        }
        assertEquals(count("t_accepted is not null"), counts.everAccepted());
        assertEquals(count("t_sent is not null"), counts.everSent());
        assertEquals(count("t_delivered is not null"), counts.everDelivered());
        assertEquals(count("t_read is not null"), counts.everRead());
    }

    private long count(String condition) {
        return await(sql.first(
                "select count(*) from message where campaign_id = $1 and " + condition,
                row -> row.getLong(0),
                campaign));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
