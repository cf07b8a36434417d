package io.tiercast.campaign;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.tiercast.csv.UnreadableFile;
import io.tiercast.problem.Problems;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes in a CSV of recipients of any size: to the disk first, then batch by batch into the list. Sent again after it broke off, it
 * has the same outcome.
 */
@ApplicationScoped
class RecipientUpload {

    private final Vertx vertx;
    private final RecipientLists lists;
    private final Path directory;

    RecipientUpload(
            Vertx vertx,
            RecipientLists lists,
            @ConfigProperty(name = "tiercast.data-dir", defaultValue = "data") String dataDir) {
        this.vertx = vertx;
        this.lists = lists;
        this.directory = Path.of(dataDir).toAbsolutePath().resolve("uploads");
    }

    /** Whoever sent what a crash has left behind got no answer, and will send it again. */
    void sweep(@Observes StartupEvent start) throws IOException {
        try (Stream<Path> left = Files.list(Files.createDirectories(directory))) {
            left.forEach(file -> file.toFile().delete());
        }
    }

    /** Fails with 422 if the file is no CSV with a phone in each row. */
    Uni<BroughtView> take(long campaignId, HttpServerRequest body, String defaultCountry) {
        Path path = directory.resolve(UUID.randomUUID() + ".csv");
        return vertx.fileSystem()
                .open(path.toString(), new OpenOptions().setCreateNew(true))
                .chain(body::pipeTo)
                .chain(() -> lists.requireEditable(campaignId))
                .chain(() -> blocking(() -> RecipientFile.open(path, defaultCountry)))
                .chain(file -> lists.loading(campaignId).chain(() -> storeAll(campaignId, file)))
                .onTermination()
                .call(() -> blocking(() -> Files.deleteIfExists(path)))
                .onFailure(UnreadableFile.class)
                .transform(failure -> Problems.invalid("unreadable-csv", failure.getMessage(), List.of()));
    }

    private Uni<BroughtView> storeAll(long campaignId, RecipientFile file) {
        return Multi.createBy()
                .repeating()
                .uni(() -> blocking(file::next))
                .until(batch -> batch.size() == 0)
                .onItem()
                .transformToUniAndConcatenate(batch -> lists.add(campaignId, batch))
                .onTermination()
                .call(() -> blocking(() -> closed(file)).chain(() -> lists.loaded(campaignId)))
                .collect()
                .with(Collectors.reducing(BroughtView.NOTHING, BroughtView::plus));
    }

    private static Void closed(RecipientFile file) throws IOException {
        file.close();
        return null;
    }

    private static <T> Uni<T> blocking(Callable<T> work) {
        return Uni.createFrom()
                .item(Unchecked.supplier(work::call))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
