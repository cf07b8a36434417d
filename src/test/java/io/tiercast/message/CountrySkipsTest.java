package io.tiercast.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Meta does not let the business write to people in a country. */
@QuarkusTest
class CountrySkipsTest extends HotPath {

    private static final int COUNTRY_FORBIDDEN = 130497;

    @Inject
    Consequences consequences;

    @AfterEach
    void nobodyFindsTheCampaign() {
        await(sql.run("delete from campaign where id = $1", campaign));
    }

    @Test
    void whoLivesInACountryOfWhichOneWasRefusedIsLeftOut() {
        contacts(9, "OPTED_IN");
        freezeAndOpen();
        everyThirdLivesInCuba();
        List<Claim> claimed = claim(4);
        record(Verdict.refused(claimed.get(3).asAttempt(), 130429, AT));
        refused(claimed.get(0));

        assertEquals(
                Map.of(SkipReason.COUNTRY_NOT_ALLOWED, 2L),
                await(tally.read(campaign)).skippedByReason());
        assertEquals(
                List.of(5, 6, 8, 9), claim(10).stream().map(c -> c.key().seq()).toList());
        assertCountsEqualRows();
        assertEquals(0, rows("retry_queue"));
        assertEquals(
                "Meta does not let the business write to people in CU: 2 of the audience are left out.",
                await(sql.first(
                        "select message from history_event where campaign_id = $1",
                        row -> row.getString(0),
                        campaign)));
    }

    @Test
    void manyThatWereUnderWayAreToldOnce() {
        contacts(9, "OPTED_IN");
        freezeAndOpen();
        everyThirdLivesInCuba();
        List<Claim> claimed = claim(4);
        refused(claimed.get(0));
        refused(claimed.get(3));

        assertEquals(1, rows("history_event"));
        assertCountsEqualRows();
    }

    @Test
    void whoseCountryNobodyKnowsLeavesTheOthers() {
        contacts(3, "OPTED_IN");
        freezeAndOpen();
        refused(claim(1).get(0));

        assertEquals(2, claim(10).size());
        assertEquals(0, rows("history_event"));
    }

    private void refused(Claim claim) {
        Verdict verdict = Verdict.refused(claim.asAttempt(), COUNTRY_FORBIDDEN, AT);
        record(verdict);
        await(consequences.follow(List.of(verdict)));
    }

    /** The first, the fourth and so on; the campaign itself is there for its history. */
    private void everyThirdLivesInCuba() {
        await(sql.run(
                "insert into campaign (id, name, plan, created_by) values ($1, 'Promo', '{}', 'test')", campaign));
        await(sql.run("""
                update contact c set country = case m.seq % 3 when 1 then 'CU' else 'IN' end
                from message m where m.contact_id = c.id and m.campaign_id = $1
                """, campaign));
    }

    private long rows(String table) {
        return await(sql.first(
                "select count(*) from " + table + " where campaign_id = $1", row -> row.getLong(0), campaign));
    }
}
