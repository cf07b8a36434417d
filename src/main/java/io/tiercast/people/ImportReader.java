package io.tiercast.people;

import io.tiercast.contact.CheckedContact;
import io.tiercast.contact.Consent;
import io.tiercast.contact.ContactCheck;
import io.tiercast.csv.CsvRow;
import io.tiercast.csv.CsvRows;
import io.tiercast.problem.Problems.FieldError;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts a file into batches of checked contacts. Blocks; whoever closes it waits for the batch that is being read. */
final class ImportReader {

    /** Larger ones gain nothing, and hold up whoever waits for one of their contacts. */
    private static final int BATCH = 2_500;

    private final ContactImport task;
    private final CsvLayout layout;
    private final Clock clock;
    private final Consent consent;
    private final CsvRows rows;
    private final List<ImportLane> lanes;

    ImportReader(ContactImport task, CsvLayout layout, Clock clock) throws IOException {
        this.task = task;
        this.layout = layout;
        this.clock = clock;
        this.consent = task.consentOfEverybody();
        this.rows = layout.read();
        this.lanes = lanes(task, layout);
    }

    /** An external id may move from phone to phone, which two lanes would do in each other's way. */
    private static List<ImportLane> lanes(ContactImport task, CsvLayout layout) {
        int count = layout.columns().haveExternalId() ? 1 : task.reached().size();
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new ImportLane(i, Math.max(task.line(), task.reached().get(i))))
                .toList();
    }

    /** The next lines of one of the lanes, empty at the end. */
    synchronized ImportBatch next() throws IOException {
        CsvRow row = rows.next();
        while (row != null) {
            ImportLane lane = add(row);
            if (lane.waiting() == BATCH) {
                return lane.cut();
            }
            row = rows.next();
        }
        ImportLane rest =
                lanes.stream().filter(lane -> lane.waiting() > 0).findFirst().orElse(lanes.get(0));
        return rest.cut();
    }

    synchronized Void closed() throws IOException {
        rows.close();
        return null;
    }

    private ImportLane add(CsvRow row) {
        if (row.problem() != null) {
            return reject(row, row.problem(), row.cells().get(0));
        }
        if (row.cells().size() > layout.columns().count()) {
            return reject(
                    row,
                    "has more values than the first line has columns",
                    row.cells().get(0));
        }
        ContactCheck.Outcome check = ContactCheck.of(
                layout.columns().contact(row.cells(), layout.types(), consent),
                task.defaultCountry(),
                task.doubleOptIn(),
                clock.instant());
        return check.isFine()
                ? add(row.line(), check.contact())
                : reject(row, check.errors().get(0));
    }

    private ImportLane add(long line, CheckedContact contact) {
        ImportLane lane = lanes.get(Math.floorMod(contact.phone().hashCode(), lanes.size()));
        lane.add(line, contact);
        return lane;
    }

    private ImportLane reject(CsvRow row, FieldError error) {
        String value = layout.columns().value(error.field(), row.cells());
        return reject(row, error.field() + ": " + error.message(), value == null ? "" : value);
    }

    private ImportLane reject(CsvRow row, String reason, String value) {
        ImportLane lane = lanes.get(0);
        lane.reject(Rejection.of(row.line(), reason, value));
        return lane;
    }
}
