package io.tiercast.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portfolio's rolling 24 hours: who needs room, who gets it, and when it comes back. */
@QuarkusTest
class WindowTest extends HotPath {

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

    @Test
    void whoIsInTheWindowAlreadyNeedsNoRoom() {
        contacts(4, "OPTED_IN");
        limit(4);
        freezeAndOpen();
        long second = another("MARKETING");

        assertEquals(4, claim(10).size());
        contact("new", "OPTED_IN");
        assertEquals(4, claim(second, 10).size());
        assertWindowEqualsItsRows(4);
    }

    /** An index serves a comparison in its own collation only; in another one each look went through the whole portfolio. */
    @ParameterizedTest
    @ValueSource(strings = {"portfolio_recipient", "service_window"})
    void itsPhonesAreSortedAsThoseOfContactsSoThatTheKeyFindsThem(String table) {
        assertEquals(collationOfPhones("contact"), collationOfPhones(table));
    }

    @Test
    void theFirstWhoDoesNotFitIsNotPassedOver() {
        contacts(3, "OPTED_IN");
        limit(2);
        freezeAndOpen();

        assertEquals(List.of(1, 2), claim(10).stream().map(c -> c.key().seq()).toList());
        limit(3);
        assertEquals(List.of(3), claim(10).stream().map(c -> c.key().seq()).toList());
    }

    @Test
    void aFailedMessageFreesItsPlace() {
        contacts(3, "OPTED_IN");
        limit(2);
        freezeAndOpen();
        List<Claim> claimed = claim(10);
        record(Verdict.failed(claimed.get(0).asAttempt(), 131026, AT));
        await(window.settle());

        assertWindowEqualsItsRows(1);
        assertEquals(1, claim(10).size());
        assertWindowEqualsItsRows(2);
    }

    @Test
    void aFailureDoesNotFreeThePlaceThatAnotherMessageHolds() {
        contact("Asha", "OPTED_IN");
        freezeAndOpen();
        status(claim(1).get(0).key(), MessageState.DELIVERED);
        record(Verdict.failed(claim(another("MARKETING"), 1).get(0).asAttempt(), 131026, AT));
        await(window.settle());

        assertWindowEqualsItsRows(1);
    }

    @Test
    void whoIsReachedLateCountsFromThen() {
        MessageKey key = aClaimedMessage();
        await(sql.run("update message set t_tried = now() - interval '30 h' where campaign_id = $1", campaign));
        fallOut();
        assertWindowEqualsItsRows(0);
        record(Advance.status(new Attempt(key, 1), MessageState.DELIVERED, null, Instant.now()));
        await(window.settle());

        assertWindowEqualsItsRows(1);
    }

    @Test
    void afterADayEverybodyFallsOutAndMayBeWrittenToAgain() {
        contacts(2, "OPTED_IN");
        limit(2);
        freezeAndOpen();
        claim(2);
        fallOut();

        assertWindowEqualsItsRows(0);
        assertEquals(2, claim(another("MARKETING"), 5).size());
        assertWindowEqualsItsRows(2);
    }

    @Test
    void aReservedShareIsLeftToUtility() {
        contacts(10, "OPTED_IN");
        limit(10);
        await(sql.run("update portfolio_window set reserved_share = 0.3 where portfolio_id = $1", marker));
        freezeAndOpen();

        assertEquals(7, claim(10).size());
        assertEquals(3, await(window.limits(sender)).reserved());
        assertEquals(0L, await(window.limits(sender)).remaining());
        assertEquals(10, claim(another("UTILITY"), 10).size());
        assertWindowEqualsItsRows(10);
    }

    @Test
    void anOpenServiceWindowNeedsNoRoomWhereThePortfolioSaysSo() {
        contacts(3, "OPTED_IN");
        limit(1);
        await(sql.run(
                "insert into service_window select $1, phone, now() - interval '1 h' from contact where external_id in ($2, $3)",
                sender,
                marker + "-1",
                marker + "-2"));
        freezeAndOpen();
        assertEquals(1, claim(10).size());
        await(sql.run("update portfolio_window set exempt_open_windows = true where portfolio_id = $1", marker));

        assertEquals(2, claim(10).size());
        assertWindowEqualsItsRows(1);
    }

    @Test
    void aServiceWindowThatClosedCountsNoMore() {
        contacts(2, "OPTED_IN");
        limit(1);
        await(sql.run("update portfolio_window set exempt_open_windows = true where portfolio_id = $1", marker));
        await(sql.run(
                "insert into service_window select $1, phone, now() - interval '24 h' from contact where external_id = $2",
                sender,
                marker + "-1"));
        freezeAndOpen();

        assertEquals(1, claim(10).size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappensTheWindowEqualsItsRowsAndKeepsToTheLimit(long seed) {
        Random random = new Random(seed);
        contacts(12, "OPTED_IN");
        limit(8);
        freezeAndOpen();
        List<Long> campaigns = new ArrayList<>(List.of(campaign, another("MARKETING"), another("UTILITY")));
        List<Claim> claimed = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(5)) {
                case 0, 1 ->
                    claimed.addAll(claim(campaigns.get(random.nextInt(campaigns.size())), 1 + random.nextInt(4)));
                case 2 -> {
                    if (!claimed.isEmpty()) {
                        Attempt attempt =
                                claimed.get(random.nextInt(claimed.size())).asAttempt();
                        record(
                                random.nextBoolean()
                                        ? Verdict.failed(attempt, 131026, AT)
                                        : Verdict.refused(attempt, 130429, AT));
                    }
                }
                case 3 -> await(window.settle());
                default -> {
                    if (random.nextInt(10) == 0) {
                        fallOut();
                        campaigns.add(another("MARKETING"));
                    }
                }
            }
            assertTrue(await(window.limits(sender)).usedLast24h() <= 8);
        }
        await(window.settle());
        assertWindowEqualsItsRows(await(sql.first("""
                select count(distinct m.contact_id) from message m join campaign_run r on r.campaign_id = m.campaign_id
                where r.sender_id = $1 and m.state in (1, 6) and m.t_tried > now() - interval '1 h'
                """, row -> row.getLong(0), sender)));
    }

    private String collationOfPhones(String table) {
        return await(sql.first(
                "select attcollation::regcollation::text as name from pg_attribute where attrelid = to_regclass($1) and attname = 'phone'",
                row -> row.getString("name"),
                table));
    }

    private void limit(int recipients) {
        await(sql.run("update sender set messaging_limit = $2 where id = $1", sender, recipients));
    }

    /** A day passes: all that happened so far happened 25 hours ago. */
    private void fallOut() {
        int day = 25 * 60;
        await(sql.run("update portfolio_recipient set minute = minute - $2 where portfolio_id = $1", marker, day));
        await(sql.run("update portfolio_minute set minute = minute - $2 where portfolio_id = $1", marker, day));
        await(sql.run("update portfolio_window set horizon = horizon - 1 where portfolio_id = $1", marker));
        await(sql.run(
                "update message set t_tried = t_tried - interval '25 h' from campaign_run r"
                        + " where r.campaign_id = message.campaign_id and r.sender_id = $1",
                sender));
        await(window.settle());
    }

    private void assertWindowEqualsItsRows(long people) {
        assertEquals(people, await(window.limits(sender)).usedLast24h());
        for (String rows : List.of(
                "select sum(n)::bigint from portfolio_minute p join portfolio_window w using (portfolio_id) where portfolio_id = $1 and p.minute > w.horizon",
                "select count(*) from portfolio_recipient r join portfolio_window w using (portfolio_id) where portfolio_id = $1 and r.minute > w.horizon")) {
            Long counted = await(sql.first(rows, row -> row.getLong(0), marker));
            assertEquals(people, counted == null ? 0 : counted, rows);
        }
    }
}
