package io.tiercast.people;

import static io.tiercast.people.ImportFiles.blocking;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tiercast.contact.AttributeKeys;
import io.tiercast.contact.CheckedContact;
import io.tiercast.contact.ContactMerge;
import io.tiercast.csv.UnreadableFile;
import io.tiercast.group.GroupMembers;
import io.tiercast.sql.Sql;
import io.vertx.core.VertxException;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.time.Clock;
import java.util.List;

/**
 * Brings a file into the database, batch by batch, in lanes beside each other. Each batch moves the line that its lane has reached in
 * its own transaction, so that a batch is stored once or not at all, whatever happens in between.
 */
@ApplicationScoped
class ImportRun {

    /** Another transaction took one of our external ids, or locked in another order: run again, it is seen now. */
    private static final int ATTEMPTS = 3;

    /** Read and checked while others are being stored. */
    private static final int BATCHES_AHEAD = 2;

    private final Sql sql;
    private final Imports imports;
    private final ImportFiles files;
    private final AttributeKeys attributes;
    private final Clock clock;

    ImportRun(Sql sql, Imports imports, ImportFiles files, AttributeKeys attributes, Clock clock) {
        this.sql = sql;
        this.imports = imports;
        this.files = files;
        this.attributes = attributes;
        this.clock = clock;
    }

    Uni<Void> run(ContactImport task) {
        return blocking(() -> CsvLayout.of(files.path(task.file()), task.columns()))
                .call(layout -> imports.begin(task.id(), layout.rows()))
                .call(layout -> learn(task, layout))
                .chain(layout -> storeAll(task, layout))
                .chain(() -> finish(task, ImportState.COMPLETED, null))
                .onFailure()
                .recoverWithUni(failure -> endOrWait(task, failure));
    }

    private Uni<Void> storeAll(ContactImport task, CsvLayout layout) {
        return blocking(() -> new ImportReader(task, layout, clock)).chain(reader -> storeAll(task, reader));
    }

    private Uni<Void> storeAll(ContactImport task, ImportReader reader) {
        return Multi.createBy()
                .repeating()
                .uni(() -> blocking(reader::next))
                .until(ImportBatch::isEmpty)
                .group()
                .by(ImportBatch::lane, BATCHES_AHEAD)
                .onItem()
                .transformToMultiAndMerge(lane -> storeInOrder(task, lane))
                .onTermination()
                .call(() -> blocking(reader::closed))
                .collect()
                .last();
    }

    private Multi<Void> storeInOrder(ContactImport task, Multi<ImportBatch> lane) {
        return lane.emitOn(Infrastructure.getDefaultWorkerPool(), 1)
                .onItem()
                .transformToUniAndConcatenate(batch -> store(task, batch));
    }

    private Uni<Void> store(ContactImport task, ImportBatch batch) {
        return sql.inTransaction(transaction -> store(transaction, task, batch))
                .onFailure(PgException.class)
                .retry()
                .atMost(ATTEMPTS - 1);
    }

    private Uni<Void> store(SqlConnection transaction, ContactImport task, ImportBatch batch) {
        Uni<ImportGain> gain = task.dryRun() ? tried(transaction, task, batch) : stored(transaction, task, batch);
        return gain.chain(found -> imports.advance(transaction, task.id(), batch, found));
    }

    private static Uni<ImportGain> stored(SqlConnection transaction, ContactImport task, ImportBatch batch) {
        return ContactMerge.run(transaction, batch.contacts(), true)
                .map(results -> ImportGain.of(batch, results, task.consent(), 0))
                .call(gain -> join(transaction, task.groupId(), gain.contactIds()));
    }

    /** What storing would bring, found out without storing. */
    private static Uni<ImportGain> tried(SqlConnection transaction, ContactImport task, ImportBatch batch) {
        List<CheckedContact> contacts = batch.contacts();
        return ImportPhones.firstSeen(transaction, task.id(), contacts)
                .chain(first -> ContactMerge.attempt(transaction, contacts, first)
                        .map(results -> ImportGain.of(batch, results, task.consent(), contacts.size() - first.size())));
    }

    private Uni<Void> learn(ContactImport task, CsvLayout layout) {
        return task.dryRun()
                ? Uni.createFrom().voidItem()
                : attributes.learn(layout.types().byKey());
    }

    private static Uni<Integer> join(SqlConnection transaction, Long groupId, List<Long> contactIds) {
        return groupId == null ? Uni.createFrom().item(0) : GroupMembers.add(transaction, groupId, contactIds);
    }

    private Uni<Void> endOrWait(ContactImport task, Throwable failure) {
        if (failure instanceof ImportStopped) {
            Log.infof("import %d: stopped", task.id());
            return Uni.createFrom().voidItem();
        }
        if (failure instanceof UnreadableFile) {
            return finish(task, ImportState.FAILED, failure.getMessage());
        }
        Log.errorf(failure, "import %d: interrupted", task.id());
        return isPassing(failure)
                ? Uni.createFrom().voidItem()
                : finish(task, ImportState.FAILED, "The file could not be imported; the log says why");
    }

    /** What has nothing to do with the file: the database restarts or is out of reach. The import goes on when it is back. */
    private static boolean isPassing(Throwable failure) {
        if (failure instanceof PgException refused) {
            return List.of("08", "40", "53", "57")
                    .contains(refused.getSqlState().substring(0, 2));
        }
        return failure instanceof VertxException || failure instanceof ConnectException;
    }

    private Uni<Void> finish(ContactImport task, ImportState state, String reason) {
        return imports.finish(task.id(), state, reason).chain(() -> files.delete(task.file()));
    }
}
