package io.tiercast.template;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.sender.Senders;
import io.tiercast.sender.SendingNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Reads the templates of every account again from time to time: webhooks may be lost, and tell nothing of new texts. */
@ApplicationScoped
class TemplateSyncClock {

    private static final Logger LOG = Logger.getLogger(TemplateSyncClock.class);

    private final Senders senders;
    private final TemplateSync sync;

    TemplateSyncClock(Senders senders, TemplateSync sync) {
        this.senders = senders;
        this.sync = sync;
    }

    @Scheduled(
            every = "${tiercast.template-sync-every:1h}",
            delayed = "${tiercast.template-sync-every:1h}",
            identity = "template-sync",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return senders.all().chain(numbers -> each(onePerAccount(numbers)));
    }

    private static Collection<SendingNumber> onePerAccount(List<SendingNumber> numbers) {
        Map<String, SendingNumber> byAccount = numbers.stream()
                .filter(number -> number.provider().capabilities().templateSync())
                .collect(Collectors.toMap(SendingNumber::wabaId, number -> number, (first, other) -> first));
        return byAccount.values();
    }

    private Uni<Void> each(Collection<SendingNumber> numbers) {
        return Multi.createFrom()
                .iterable(numbers)
                .onItem()
                .transformToUniAndConcatenate(this::one)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** An account that cannot be read keeps no other from being read. */
    private Uni<Void> one(SendingNumber number) {
        return sync.sync(number.id()).replaceWithVoid().onFailure().recoverWithUni(failure -> {
            LOG.warnf("The templates of account %s cannot be read: %s", number.wabaId(), failure.getMessage());
            return Uni.createFrom().voidItem();
        });
    }
}
