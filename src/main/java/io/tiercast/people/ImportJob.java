package io.tiercast.people;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the imports whose files are here, one after the other, the ones that a crash interrupted included. */
@ApplicationScoped
class ImportJob {

    private final Imports imports;
    private final ImportFiles files;
    private final ImportRun run;

    ImportJob(Imports imports, ImportFiles files, ImportRun run) {
        this.imports = imports;
        this.files = files;
        this.run = run;
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP)
    Uni<Void> runNext() {
        return imports.running().chain(this::runFirst);
    }

    private Uni<Void> runFirst(List<ContactImport> running) {
        return running.stream()
                .filter(each -> files.holds(each.file()))
                .findFirst()
                .map(run::run)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @Scheduled(every = "1h", concurrentExecution = SKIP)
    Uni<Void> sweep() {
        return imports.running()
                .map(running -> running.stream().map(ContactImport::file).collect(Collectors.toSet()))
                .chain(files::sweep);
    }
}
