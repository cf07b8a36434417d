package io.tiercast.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tiercast.message.Advance;
import io.tiercast.message.Claim;
import io.tiercast.message.MessageKey;
import io.tiercast.message.OpenRun;
import io.tiercast.message.StatusEntry;
import io.tiercast.message.Verdict;
import io.tiercast.meta.SendOutcome.Accepted;
import io.tiercast.meta.SendOutcome.Refused;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {

    private static final int TEMPLATE_PAUSED = 132015;
    private static final int NUMBER_IN_MAINTENANCE = 131057;
    private static final long TOKEN = 1_200_000_000;
    private static final OpenRun RUN = new OpenRun(7, "MARKETING", new JsonObject(), null, null, true);

    private final Asked asked = new Asked();
    private long now = 1_000_000_000L;
    private final Engine engine = new Engine(asked, 1_000, Long.MAX_VALUE, () -> now, InstantSource.system());

    /** What the engine asked for, and nothing done. */
    private static final class Asked implements Effects {
        private final List<Claim> sent = new ArrayList<>();
        private final List<Verdict> followed = new ArrayList<>();
        private final List<Advance> recorded = new ArrayList<>();
        private final List<Integer> stopped = new ArrayList<>();
        private int claims;

        @Override
        public void claim(OpenRun run, int limit) {
            claims++;
        }

        @Override
        public void send(OpenRun run, Claim claim) {
            sent.add(claim);
        }

        @Override
        public void record(List<Advance> answers, List<StatusEntry> log) {
            recorded.addAll(answers);
        }

        @Override
        public void follow(Verdict verdict) {
            followed.add(verdict);
        }

        @Override
        public void stopCampaign(long campaignId, int code) {
            stopped.add(code);
        }

        @Override
        public void wakeIn(long nanos) {}

        @Override
        public void drained() {}
    }

    @Test
    void theLastMessageOfACampaignStopsItToo() {
        List<Claim> claims = sent(1);
        engine.claimed(RUN, List.of());
        engine.answered(claims.get(0), new Refused(TEMPLATE_PAUSED, "paused"));

        assertEquals(1, asked.followed.size());
    }

    @Test
    void manyMessagesRefusedAlikeStopACampaignOnce() {
        List<Claim> claims = sent(5);
        claims.forEach(claim -> engine.answered(claim, new Refused(TEMPLATE_PAUSED, "paused")));

        assertEquals(1, asked.followed.size());
    }

    /** What one person's number is refused for is the person's; what all are refused for is ours. */
    @ParameterizedTest
    @CsvSource({"131009, 19, 0", "131009, 20, 1", "131008, 20, 1", "131026, 40, 0"})
    void whatOneAfterTheOtherIsRefusedForStopsTheCampaign(int code, int messages, int stops) {
        sent(messages).forEach(claim -> engine.answered(claim, new Refused(code, "refused")));

        assertEquals(Collections.nCopies(stops, code), asked.stopped);
    }

    @Test
    void aMessageThatIsTakenEndsTheRowOfThoseThatAreNot() {
        List<Claim> claims = sent(39);
        for (Claim claim : claims) {
            boolean taken = claim.key().seq() == 20;
            engine.answered(claim, taken ? new Accepted("wamid", null, false) : new Refused(131009, "refused"));
        }

        assertEquals(List.of(), asked.stopped);
    }

    @Test
    void whatIsClaimedIsNotSentAfterTheEnd() {
        OpenRun over = new OpenRun(
                7, "MARKETING", new JsonObject(), null, Instant.now().minusMillis(1), true);
        engine.claimed(over, claims(3));

        assertEquals(List.of(), asked.sent);
        assertEquals(3, asked.recorded.size());
    }

    @Test
    void whatIsClaimedIsNotSentOutsideItsHours() {
        LocalTime wall = LocalTime.now(ZoneOffset.UTC);
        JsonObject hours = new JsonObject()
                .put("from", wall.plusHours(2).toString())
                .put("to", wall.plusHours(3).toString())
                .put("timezone", "UTC");
        engine.claimed(new OpenRun(7, "MARKETING", new JsonObject(), hours, null, true), claims(3));
        now += TOKEN;
        engine.claimed(RUN, claims(2));

        assertEquals(2, asked.sent.size());
    }

    @Test
    void whatGoesAgainByAnotherWayWaitsForATokenOfItsOwn() {
        Claim claim = claims(1).get(0);
        Engine engine = oneASecond(List.of(claim));
        engine.sendAgain(RUN, claim);
        assertEquals(1, asked.sent.size(), "at once it has no token");
        now += TOKEN;
        engine.woken();
        assertEquals(List.of(claim, claim), asked.sent);

        engine.answered(claim, new Accepted("wamid", null, false));
        assertEquals(1, asked.recorded.size());
    }

    @Test
    void whatIsClaimedIsGivenBackWhileTheNumberRests() {
        List<Claim> claims = claims(3);
        Engine engine = oneASecond(claims);
        engine.answered(claims.get(0), new Refused(NUMBER_IN_MAINTENANCE, "upgrade"));

        assertEquals(3, asked.recorded.size(), "the refused one and both that were still to go");
        now += 2 * TOKEN;
        engine.woken();
        assertEquals(1, asked.sent.size());
    }

    /** With the first of them sent. */
    private Engine oneASecond(List<Claim> claims) {
        Engine slow = new Engine(asked, 1, Long.MAX_VALUE, () -> now, InstantSource.system());
        slow.refresh(List.of(RUN));
        slow.claimed(RUN, claims);
        now += TOKEN;
        slow.woken();
        assertEquals(1, asked.sent.size());
        return slow;
    }

    @Test
    void aSlowNumberClaimsOnlyWhatItSoonSends() {
        Engine slow = new Engine(asked, 0.01, Long.MAX_VALUE, () -> now, InstantSource.system());
        slow.refresh(List.of(RUN));
        assertEquals(0, asked.claims);
        now += 120_000_000_000L;
        slow.refresh(List.of(RUN));
        assertEquals(1, asked.claims);
    }

    private List<Claim> sent(int messages) {
        List<Claim> claims = claims(messages);
        engine.refresh(List.of(RUN));
        engine.claimed(RUN, claims);
        for (int i = 0; i < messages; i++) {
            now += 10_000_000;
            engine.woken();
        }
        assertEquals(claims, asked.sent);
        return claims;
    }

    private static List<Claim> claims(int messages) {
        List<Claim> claims = new ArrayList<>();
        for (int seq = 1; seq <= messages; seq++) {
            claims.add(new Claim(new MessageKey(7, seq), 1, "+9198000000%02d".formatted(seq), new String[0]));
        }
        return claims;
    }
}
