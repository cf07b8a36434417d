package io.tiercast.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages of which nobody knows whether they arrived. */
@QuarkusTest
class DoubtsTest extends HotPath {

    @Inject
    Unconfirmed unconfirmed;

    @Inject
    OpenRuns openRuns;

    @Test
    void evidenceTakesAMessageOutOfDoubt() {
        MessageKey key = aClaimedMessage();
        await(deliveries.advance(List.of(Advance.inDoubt(new Attempt(key, 1))), List.of()));
        assertEquals(MessageState.IN_DOUBT, state(key));
        status(key, MessageState.SENT);

        assertEquals(MessageState.SENT, state(key));
        assertEquals(0, inDoubtRows());
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
    void whoDiedWithTheLastClaimInItsHandsIsSucceededEvenIfTheQueueIsShut() {
        contact("Asha", "OPTED_IN");
        freezeAndOpen();
        assertTrue(await(openRuns.senders()).contains(sender));
        claim(5);
        assertTrue(await(openRuns.senders()).contains(sender));
        await(queue.shut(campaign));
        assertTrue(await(openRuns.senders()).contains(sender));

        await(orphans.adopt(sender));
        assertFalse(await(openRuns.senders()).contains(sender));
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
        assertEquals(new Neighbours(7, 7, 0, true), doubt.around());
        assertEquals(1, await(doubts.sendAgain(List.of(doubt.attempt()))));
        assertEquals(2, claim(10).get(0).attempt());
        assertEquals(0, inDoubtRows());
        assertCountsEqualRows();
    }

    @Test
    void allOfAPlaceAreLookedAtHoweverManyTheyAre() {
        contacts(Doubts.AT_ONCE + 1, "OPTED_IN");
        freezeAndOpen();
        claim(Doubts.AT_ONCE + 1);
        await(orphans.adopt(sender));
        DoubtPlace place = doubtPlaces().get(0);

        List<Doubt> first = doubtsAt(place, null);
        List<Doubt> rest = doubtsAt(place, first.get(first.size() - 1).attempt().key());
        assertEquals(List.of(Doubts.AT_ONCE, 1), List.of(first.size(), rest.size()));
        assertEquals(Doubts.AT_ONCE + 1, rest.get(0).attempt().key().seq());
    }

    /** Evidence that comes in the moment in which a doubt is written does not see its row yet, and leaves it behind. */
    @Test
    void aRowLeftBehindDoesNotHideALaterDoubtAndGoesInTheEnd() {
        MessageKey key = aClaimedMessage();
        await(sql.run("insert into in_doubt values ($1, $2, 0, now() - interval '1 h')", campaign, key.seq()));
        await(orphans.adopt(sender));
        assertEquals(1, doubtsOfThisCampaign().size());

        status(key, MessageState.DELIVERED);
        await(sql.run("insert into in_doubt values ($1, $2, 1, now() - interval '1 h')", campaign, key.seq()));
        await(doubts.forgetLeftovers());
        assertEquals(0, inDoubtRows());
    }

    @Test
    void aPlaceWhereNothingCanBeDecidedYetIsNotLookedAt() {
        contacts(2, "OPTED_IN");
        freezeAndOpen();
        claim(1);
        await(orphans.adopt(sender));
        await(sql.run("update message set t_tried = now() - interval '20 min' where campaign_id = $1", campaign));
        claim(1);
        await(orphans.adopt(sender));

        List<DoubtPlace> ripe = await(doubts.places(Duration.ofMinutes(15))).stream()
                .filter(place -> place.senderId() == sender)
                .toList();
        assertEquals(1, ripe.size());
        assertTrue(ripe.get(0).age().compareTo(Duration.ofMinutes(20)) >= 0);
        await(queue.shut(campaign));
        assertEquals(List.of(), doubtPlaces());
    }

    @Test
    void crashesDoNotUseUpTheTriesThatPassingFaultsNeed() {
        MessageKey key = aClaimedMessage();
        for (int attempt = 1; attempt <= 2; attempt++) {
            await(orphans.adopt(sender));
            await(doubts.sendAgain(List.of(new Attempt(key, attempt))));
            assertEquals(1, claim(1).size());
        }
        record(Verdict.refused(new Attempt(key, 3), 131000, Instant.now()));

        assertEquals(MessageState.DEFERRED, state(key));
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
    void aPersonSendsTheUnconfirmedAgainOrGivesThemUp() {
        contacts(2, "OPTED_IN");
        freezeAndOpen();
        claim(2);
        await(orphans.adopt(sender));
        await(doubts.leaveUnconfirmed(
                doubtsOfThisCampaign().stream().map(Doubt::attempt).toList()));

        assertEquals(2, await(unconfirmed.sendAgain(campaign)));
        assertEquals(0, await(unconfirmed.sendAgain(campaign)));
        List<Claim> again = claim(5);
        assertEquals(List.of(2, 2), again.stream().map(Claim::attempt).toList());

        await(orphans.adopt(sender));
        await(doubts.leaveUnconfirmed(
                doubtsOfThisCampaign().stream().map(Doubt::attempt).toList()));
        assertEquals(2, await(unconfirmed.giveUp(campaign)));
        assertEquals(2, await(tally.read(campaign)).failedByCode().get(-1));
        assertCountsEqualRows();
        await(deliveries.advance(
                List.of(Advance.status(again.get(0).asAttempt(), MessageState.DELIVERED, null, AT)), List.of()));
        assertEquals(1, await(tally.read(campaign)).in(MessageState.DELIVERED));
        assertCountsEqualRows();
    }
}
