package io.tiercast.people;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Looks at an import again and again, for whoever watches it; it may run on another node. */
@ApplicationScoped
class ImportProgress {

    private static final Duration EVERY = Duration.ofMillis(300);

    private final Imports imports;

    ImportProgress(Imports imports) {
        this.imports = imports;
    }

    /** The import at once and on each change, the state in which it ends last. */
    Multi<ImportView> of(long id) {
        return Multi.createBy()
                .repeating()
                .uni(() -> imports.get(id))
                .withDelay(EVERY)
                .whilst(view -> !view.isOver())
                .skip()
                .repetitions((one, next) -> one.rows() == next.rows() && one.state() == next.state() ? 0 : 1);
    }
}
