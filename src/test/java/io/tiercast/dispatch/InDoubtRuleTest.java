package io.tiercast.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tiercast.dispatch.InDoubtRule.Decision;
import io.tiercast.message.Attempt;
import io.tiercast.message.Doubt;
import io.tiercast.message.InDoubtPolicy;
import io.tiercast.message.MessageKey;
import io.tiercast.message.Neighbours;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InDoubtRuleTest {

    private final InDoubtRule rule = new InDoubtRule(new DispatchConfig() {
        @Override
        public Duration inDoubtMinAge() {
            return Duration.ofMinutes(15);
        }

        @Override
        public int inDoubtNeighbours() {
            return 50;
        }

        @Override
        public double inDoubtShare() {
            return 0.999;
        }
    });

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // what, policy, doubts, age, open, neighbours, answered, held, heard since, decision
        "too young, RESOLVE, 1, PT14M, true, 1000, 1000, 0, true, WAIT",
        "all around it were answered, RESOLVE, 1, PT15M, true, 1000, 1000, 0, true, SEND_AGAIN",
        "just enough around it were answered, RESOLVE, 1, PT15M, true, 1000, 999, 0, true, SEND_AGAIN",
        "too few around it were answered, RESOLVE, 1, PT15M, true, 1000, 998, 0, true, WAIT",
        "Meta holds one back, RESOLVE, 1, PT15M, true, 1000, 999, 1, true, WAIT",
        "a small campaign wholly answered, RESOLVE, 1, PT15M, true, 5, 5, 0, true, SEND_AGAIN",
        "a small campaign in silence since, RESOLVE, 1, PT15M, true, 5, 5, 0, false, WAIT",
        "a small campaign not wholly answered, RESOLVE, 1, PT15M, true, 49, 48, 0, true, WAIT",
        "hardly anybody around it, RESOLVE, 1, PT15M, true, 4, 4, 0, true, WAIT",
        "nobody around it for a day, RESOLVE, 1, PT24H, true, 0, 0, 0, false, LEAVE_UNCONFIRMED",
        "a paused campaign, RESOLVE, 1, PT15M, false, 1000, 1000, 0, true, WAIT",
        "the second of three sends, RESOLVE, 2, PT15M, true, 1000, 1000, 0, true, SEND_AGAIN",
        "sent three times, RESOLVE, 3, PT15M, true, 1000, 1000, 0, true, LEAVE_UNCONFIRMED",
        "never again even if proven, NEVER_RESEND, 1, PT15M, true, 1000, 1000, 0, true, WAIT",
        "never again after a day, NEVER_RESEND, 1, PT24H, true, 1000, 1000, 0, true, LEAVE_UNCONFIRMED",
        "at once, RESEND_NOW, 1, PT0S, true, 0, 0, 0, false, SEND_AGAIN",
        "at once but not for ever, RESEND_NOW, 3, PT0S, true, 0, 0, 0, false, LEAVE_UNCONFIRMED",
    })
    void silenceProvesOnlyWhatTheNeighboursProve(
            String what,
            InDoubtPolicy policy,
            int doubts,
            Duration age,
            boolean open,
            long neighbours,
            long answered,
            long held,
            boolean heardSince,
            Decision decision) {
        Neighbours around = new Neighbours(neighbours, answered, held, heardSince);
        Doubt doubt = new Doubt(new Attempt(new MessageKey(1, 1), 7), doubts, policy, age, open, true, around);

        assertEquals(decision, rule.decide(doubt), what);
    }

    @ParameterizedTest
    @CsvSource({"RESOLVE, LEAVE_UNCONFIRMED", "NEVER_RESEND, LEAVE_UNCONFIRMED", "RESEND_NOW, SEND_AGAIN"})
    void withoutOurMarkInStatusesSilenceProvesNothing(InDoubtPolicy policy, Decision decision) {
        Neighbours around = new Neighbours(100, 100, 0, true);
        Attempt attempt = new Attempt(new MessageKey(1, 1), 1);
        Doubt doubt = new Doubt(attempt, 1, policy, Duration.ofHours(1), true, false, around);

        assertEquals(decision, rule.decide(doubt));
    }
}
