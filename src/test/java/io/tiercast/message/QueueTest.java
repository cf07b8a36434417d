package io.tiercast.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.sql.Selection;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The queue of a campaign: frozen, claimed from, shut and emptied. */
@QuarkusTest
class QueueTest extends HotPath {

    @Test
    void everyDistinctPersonIsInTheAudienceOnceAndTheSkippedHaveTheirReason() {
        contacts(6, "OPTED_IN");
        contact("refuses", "OPTED_OUT");
        contact("never asked", "UNKNOWN");
        contact("  ", "OPTED_IN");
        Selection excluded = Selection.of("select id as contact_id from contact where external_id = ?", marker + "-0");

        await(audience.freeze(new FreezeAudience(
                campaign,
                sender,
                1,
                List.of(),
                new JsonObject(),
                new Candidates(
                        "MARKETING",
                        List.of(everybody(), everybody()),
                        List.of(excluded),
                        List.of(new Variant(
                                null, List.of(Selection.of("nullif(btrim(c.name), ?::text)", "")), List.of()))),
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
    void aBigAudienceHasNoGapsAndTheSkippedStandBehindTheMessages() {
        await(sql.run("""
                insert into contact (phone, name, external_id, marketing_consent)
                select '+9198' || lpad(($1::bigint % 10000)::text, 4, '0') || lpad(n::text, 4, '0'), 'Contact ' || n, $2 || '-' || n,
                  case when n % 7 = 0 then 'OPTED_OUT' else 'OPTED_IN' end
                from generate_series(1, 4500) n
                """, campaign, marker));

        freeze();

        assertEquals(
                List.of(3858L, 1L, 3858L, 4500L, 3859L, 4500L),
                await(sql.first(
                        """
                        select count(*) filter (where reason is null), min(seq) filter (where reason is null), max(seq) filter (where reason is null),
                          count(distinct contact_id), min(seq) filter (where reason = 1), max(seq) from message where campaign_id = $1
                        """,
                        row -> IntStream.range(0, 6)
                                .mapToObj(i -> ((Number) row.getValue(i)).longValue())
                                .toList(),
                        campaign)));
        assertEquals(4500, await(tally.read(campaign)).total());
        assertEquals(642L, await(tally.read(campaign)).skippedByReason().get(SkipReason.OPTED_OUT));
    }

    @Test
    void whatABrokenFreezingHasLeftIsReplaced() {
        contacts(3, "OPTED_IN");
        broken(1);

        freezeAndOpen();

        assertEquals(3, claim(10).size());
        assertEquals(3, await(tally.read(campaign)).total());
    }

    @Test
    void whatABrokenFreezingHasLeftOfACancelledCampaignIsForgottenButNoQueue() {
        contacts(3, "OPTED_IN");
        broken(1);
        long whole = another("MARKETING");

        await(audience.clearUnfinished(campaign));
        await(audience.clearUnfinished(whole));

        assertEquals(0L, messages(campaign));
        assertEquals(3L, messages(whole));
    }

    private long messages(long of) {
        return await(sql.first("select count(*) from message where campaign_id = $1", row -> row.getLong(0), of));
    }

    /** As if the process had died when one part of the audience stood, and the other did not. */
    private void broken(int seq) {
        await(sql.run("select create_message_partition($1)", campaign));
        await(sql.run(
                "insert into message (campaign_id, contact_id, seq, state) values ($1, 1, $2, 0)", campaign, seq));
        await(sql.run("insert into message_param (campaign_id, seq, params) values ($1, $2, '{old}')", campaign, seq));
    }

    @Test
    void peopleInTheUnitedStatesGetNoMarketingButOtherMessages() {
        contacts(2, "OPTED_IN");
        await(sql.run("update contact set country = 'US' where external_id = $1", marker + "-0"));
        freezeAndOpen();

        assertEquals(
                Map.of(SkipReason.COUNTRY_NOT_ALLOWED, 1L),
                await(tally.read(campaign)).skippedByReason());
        assertEquals(2, claim(another("UTILITY"), 5).size());
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
    void whoComesOnTheSuppressionListAfterFreezingIsSkippedByTheClaim() {
        contacts(4, "OPTED_IN");
        suppress("MARKETING", 0);
        freezeAndOpen();
        assertEquals(
                Map.of(SkipReason.SUPPRESSED, 1L), await(tally.read(campaign)).skippedByReason());
        suppress("MARKETING", 1);
        suppress("ALL", 2);

        assertEquals(1, claim(10).size());
        assertEquals(
                Map.of(SkipReason.SUPPRESSED, 3L), await(tally.read(campaign)).skippedByReason());
        assertEquals(3, claim(another("UTILITY"), 10).size());
        assertCountsEqualRows();
    }

    private void suppress(String scope, int contact) {
        await(sql.run("""
                insert into suppression (phone_hash, phone, scope, reason)
                select phone_hash(phone), phone, $1, 'MANUAL' from contact where external_id = $2
                """, scope, marker + "-" + contact));
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
}
