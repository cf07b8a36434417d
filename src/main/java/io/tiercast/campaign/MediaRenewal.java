package io.tiercast.campaign;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.media.MediaUploads;
import io.tiercast.media.UploadRegister;
import io.tiercast.media.UploadRegister.Ending;
import io.tiercast.message.ShownMedia;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Meta forgets a file after 30 days. What a campaign still shows by then is uploaded anew a week before. Whoever had a file uploaded
 * anew, the queues that show it under its old id are told here.
 */
@ApplicationScoped
class MediaRenewal {

    private static final Logger LOG = Logger.getLogger(MediaRenewal.class);

    private final UploadRegister register;
    private final MediaUploads uploads;
    private final ShownMedia shown;

    MediaRenewal(UploadRegister register, MediaUploads uploads, ShownMedia shown) {
        this.register = register;
        this.uploads = uploads;
        this.shown = shown;
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "media-renewal", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return register.ending().chain(this::renew).chain(() -> catchUp());
    }

    private Uni<Void> renew(List<Ending> endings) {
        return Multi.createFrom()
                .iterable(endings)
                .onItem()
                .transformToUniAndConcatenate(this::renew)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** One that fails does not hold up the others; the next round tries it again, for a week. */
    private Uni<Void> renew(Ending ending) {
        return uploads.renew(ending)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "File %d could not be renewed at Meta for sender %d: %s",
                        ending.mediaId(), ending.senderId(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> catchUp() {
        return Multi.createBy()
                .repeating()
                .uni(shown::catchUp)
                .whilst(changed -> changed > 0)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
