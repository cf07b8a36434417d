package io.tiercast.dispatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.message.OpenRuns;
import io.tiercast.message.Orphans;
import io.tiercast.message.StopReason;
import io.tiercast.sender.PortfolioWindow;
import io.tiercast.sender.SenderLease;
import io.tiercast.sender.SenderPace;
import io.tiercast.sender.Senders;
import io.tiercast.sender.SendingNumber;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The numbers that this process sends for: takes their leases, renews them, and gives them up. */
@ApplicationScoped
class SenderLoops {

    private static final Logger LOG = Logger.getLogger(SenderLoops.class);

    /** Ticks between two renewals: about a second, a tenth of a lease's life. */
    private static final int TICKS_PER_RENEWAL = 5;

    /** Meta's code for credentials that are none. */
    private static final int NO_ACCESS = 0;

    private static final String ADVICE = "Enter the secrets of the number again, and resume.";

    private static final Duration LEASE_MARGIN = Duration.ofSeconds(1);

    private final VertxInternal vertx;
    private final OpenRuns runs;
    private final Orphans orphans;
    private final SenderLease lease;
    private final PortfolioWindow window;
    private final SenderPace pace;
    private final Senders senders;
    private final Collaborators collaborators;
    private final Map<Long, SenderLoop> loops = new ConcurrentHashMap<>();

    SenderLoops(
            Vertx vertx,
            OpenRuns runs,
            Orphans orphans,
            SenderLease lease,
            PortfolioWindow window,
            SenderPace pace,
            Senders senders,
            Collaborators collaborators) {
        this.vertx = (VertxInternal) vertx; // the public interface cannot make an event-loop context
        this.runs = runs;
        this.orphans = orphans;
        this.lease = lease;
        this.window = window;
        this.pace = pace;
        this.senders = senders;
        this.collaborators = collaborators;
    }

    Uni<Void> openMissing(List<Long> senderIds) {
        return each(senderIds.stream().filter(id -> !loops.containsKey(id)).toList(), this::open);
    }

    Uni<Void> renew(long tick) {
        return tick % TICKS_PER_RENEWAL == 0
                ? each(List.copyOf(loops.keySet()), this::renewOne)
                : Uni.createFrom().voidItem();
    }

    Uni<Void> refresh() {
        return each(List.copyOf(loops.keySet()), this::refreshOne);
    }

    Uni<Void> closeAll() {
        return each(List.copyOf(loops.keySet()), this::close);
    }

    private Uni<Void> open(long senderId) {
        long ownedUntil = ownedFromNow();
        return lease.acquire(senderId)
                .chain(epoch -> epoch.isPresent()
                        ? begin(senderId, epoch.getAsLong(), ownedUntil)
                        : Uni.createFrom().voidItem());
    }

    /** Counted from before the question is asked, and a little less than what a successor waits. */
    private static long ownedFromNow() {
        return System.nanoTime() + SenderLease.TIME_TO_LIVE.minus(LEASE_MARGIN).toNanos();
    }

    private Uni<Void> begin(long senderId, long epoch, long ownedUntil) {
        return window.ensure(senderId)
                .chain(() -> orphans.adopt(senderId))
                .invoke(n -> LOG.infof(
                        "Sending for sender %d, lease %d, %d messages in doubt from before", senderId, epoch, n))
                .chain(() -> senders.byId(senderId))
                .chain(number -> number.isPresent() && number.get().trouble() == null
                        ? put(loop(number.get(), epoch, ownedUntil), senderId)
                        : stop(number).chain(() -> lease.release(senderId)));
    }

    private Uni<Void> put(SenderLoop loop, long senderId) {
        loops.put(senderId, loop);
        return Uni.createFrom().voidItem();
    }

    /** A number that cannot be used sends nothing; its campaigns show why. */
    private Uni<Void> stop(Optional<SendingNumber> number) {
        return number.filter(known -> known.trouble() != null)
                .map(known -> collaborators
                        .queues()
                        .stopSenders(List.of(known.id()), new StopReason(NO_ACCESS, known.trouble(), ADVICE), null)
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private SenderLoop loop(SendingNumber number, long epoch, long ownedUntil) {
        return new SenderLoop(collaborators, vertx.createEventLoopContext(), number, epoch, ownedUntil);
    }

    private Uni<Void> renewOne(long senderId) {
        SenderLoop loop = loops.get(senderId);
        long ownedUntil = ownedFromNow();
        return loop == null || loop.closing()
                ? Uni.createFrom().voidItem()
                : lease.acquire(senderId).chain(epoch -> renewed(senderId, loop, epoch, ownedUntil));
    }

    private Uni<Void> renewed(long senderId, SenderLoop loop, OptionalLong epoch, long ownedUntil) {
        boolean ours = epoch.isPresent() && epoch.getAsLong() == loop.epoch();
        if (!ours || loop.broken()) {
            // Not waited for: the other numbers go on while this one drains.
            close(senderId).subscribe().with(ignored -> {}, failure -> LOG.warnf("Sender %d: %s", senderId, failure));
            return Uni.createFrom().voidItem();
        }
        loop.owned(ownedUntil);
        return pace.load(senderId)
                .invoke(loop::load)
                .chain(() -> senders.byId(senderId))
                .chain(this::stop)
                .chain(() -> pace.say(loop.pace()));
    }

    /** The number is read after its queues: whoever changes it and then launches a campaign sends by the change. */
    private Uni<Void> refreshOne(long senderId) {
        SenderLoop loop = loops.get(senderId);
        return loop == null
                ? Uni.createFrom().voidItem()
                : runs.of(senderId)
                        .chain(open -> senders.byId(senderId)
                                .invoke(number -> number.ifPresent(known -> loop.refresh(known, open))))
                        .replaceWithVoid();
    }

    /** Forgets the loop only when it is drained, so that there are never two for one number. A lease that is not released runs out. */
    private Uni<Void> close(long senderId) {
        return loops.get(senderId)
                .drain()
                .chain(() -> lease.release(senderId))
                .eventually(() -> loops.remove(senderId));
    }

    /** One after the other; a number that fails does not hold up the others. */
    private static Uni<Void> each(Collection<Long> senderIds, Function<Long, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(senderIds)
                .onItem()
                .transformToUniAndConcatenate(id -> work.apply(id)
                        .onFailure()
                        .invoke(failure -> LOG.warnf("Sender %d waits for the next tick: %s", id, failure))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
