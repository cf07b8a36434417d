package io.tiercast.dispatch;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.dispatch.InDoubtRule.Decision;
import io.tiercast.message.Attempt;
import io.tiercast.message.Doubt;
import io.tiercast.message.DoubtPlace;
import io.tiercast.message.Doubts;
import io.tiercast.message.MessageKey;
import io.tiercast.message.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Looks at the messages in doubt again and again, until evidence or the rule decides. Place by place, since those of one minute
 * have the same neighbours, and to count these is what costs.
 */
@ApplicationScoped
class InDoubtClock {

    private static final Logger LOG = Logger.getLogger(InDoubtClock.class);

    /** Places in one round; the rest has its turn in the next. */
    private static final int AT_ONCE = 5;

    /** A place that could not be decided is looked at again after this part of its age. */
    private static final int REST = 10;

    private final Doubts doubts;
    private final InDoubtRule rule;
    private final DispatchConfig config;
    private final Clock clock;
    private final Map<Place, Instant> resting = new HashMap<>();

    private record Place(long senderId, Instant minute) {}

    InDoubtClock(Doubts doubts, InDoubtRule rule, DispatchConfig config, Clock clock) {
        this.doubts = doubts;
        this.rule = rule;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "5s", identity = "in-doubt", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return doubts.places(config.inDoubtMinAge())
                .map(this::due)
                .chain(places -> Multi.createFrom()
                        .iterable(places)
                        .onItem()
                        .transformToUniAndConcatenate(this::decide)
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    @Scheduled(
            every = "1m",
            delayed = "1m",
            identity = "in-doubt-leftovers",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return doubts.forgetLeftovers();
    }

    private List<DoubtPlace> due(List<DoubtPlace> places) {
        Instant now = clock.instant();
        resting.values().removeIf(until -> !until.isAfter(now));
        return places.stream()
                .filter(place -> !resting.containsKey(key(place)))
                .limit(AT_ONCE)
                .toList();
    }

    private Uni<Void> decide(DoubtPlace place) {
        resting.put(key(place), clock.instant().plus(place.age().dividedBy(REST)));
        return doubts.around(place, config.inDoubtMinAge(), config.inDoubtNeighbours())
                .chain(around -> decide(place, around, null));
    }

    private Uni<Void> decide(DoubtPlace place, Neighbours around, MessageKey after) {
        return doubts.look(place, around, config.inDoubtMinAge(), after)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : decide(found).chain(() -> decide(place, around, last(found))));
    }

    private Uni<Void> decide(List<Doubt> found) {
        return doubts.sendAgain(those(found, Decision.SEND_AGAIN))
                .invoke(n -> log(n, "sent again, since they provably did not arrive"))
                .chain(() -> doubts.leaveUnconfirmed(those(found, Decision.LEAVE_UNCONFIRMED)))
                .invoke(n -> log(n, "left to a person, since it cannot be decided whether they arrived"))
                .replaceWithVoid();
    }

    private List<Attempt> those(List<Doubt> found, Decision decision) {
        return found.stream()
                .filter(doubt -> rule.decide(doubt) == decision)
                .map(Doubt::attempt)
                .toList();
    }

    private static Place key(DoubtPlace place) {
        return new Place(place.senderId(), place.minute());
    }

    private static MessageKey last(List<Doubt> found) {
        return found.get(found.size() - 1).attempt().key();
    }

    private static void log(int messages, String what) {
        if (messages > 0) {
            LOG.infof("%d messages in doubt are %s", messages, what);
        }
    }
}
