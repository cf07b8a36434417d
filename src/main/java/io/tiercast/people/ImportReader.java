package io.tiercast.people;

import io.tiercast.contact.CheckedContact;
import io.tiercast.contact.ContactCheck;
import io.tiercast.csv.CsvRow;
import io.tiercast.csv.CsvRows;
import io.tiercast.problem.Problems.FieldError;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Cuts a file into batches of checked contacts. Blocks; whoever closes it waits for the batch that is being read. */
final class ImportReader {

    /** Larger ones gain nothing, and hold up whoever waits for one of their contacts. */
    private static final int BATCH = 5_000;

    private final ContactImport task;
    private final CsvLayout layout;
    private final Clock clock;
    private final CsvRows rows;
    private long reached;

    ImportReader(ContactImport task, CsvLayout layout, Clock clock) throws IOException {
        this.task = task;
        this.layout = layout;
        this.clock = clock;
        this.reached = task.line();
        this.rows = layout.read();
    }

    /** The next lines; empty at the end. Lines that an earlier run has stored are passed over. */
    synchronized ImportBatch next() throws IOException {
        Filling filling = new Filling();
        CsvRow row = rows.next();
        while (row != null) {
            filling.add(row);
            row = filling.size() < BATCH ? rows.next() : null;
        }
        return filling.done();
    }

    synchronized Void closed() throws IOException {
        rows.close();
        return null;
    }

    private final class Filling {

        private final long after = reached;
        private final List<CheckedContact> contacts = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();
        private final List<Rejection> rejections = new ArrayList<>();

        int size() {
            return contacts.size() + rejections.size();
        }

        void add(CsvRow row) {
            if (row.line() <= task.line()) {
                return;
            }
            reached = row.line();
            if (row.problem() != null) {
                rejections.add(
                        Rejection.of(row.line(), row.problem(), row.cells().get(0)));
            } else if (row.cells().size() > layout.columns().count()) {
                rejections.add(Rejection.of(
                        row.line(),
                        "has more values than the first line has columns",
                        row.cells().get(0)));
            } else {
                check(row);
            }
        }

        private void check(CsvRow row) {
            ContactCheck.Outcome check = ContactCheck.of(
                    layout.columns().contact(row.cells(), layout.types(), task.consentOfEverybody()),
                    task.defaultCountry(),
                    task.doubleOptIn(),
                    clock.instant());
            if (check.isFine()) {
                contacts.add(check.contact());
                lines.add(row.line());
            } else {
                rejections.add(rejection(row, check.errors().get(0)));
            }
        }

        private Rejection rejection(CsvRow row, FieldError error) {
            String value = layout.columns().value(error.field(), row.cells());
            return Rejection.of(row.line(), error.field() + ": " + error.message(), value == null ? "" : value);
        }

        ImportBatch done() {
            return new ImportBatch(after, reached, contacts, lines, rejections);
        }
    }
}
