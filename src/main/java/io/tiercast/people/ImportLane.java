package io.tiercast.people;

import io.tiercast.contact.CheckedContact;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that are stored one after the other, while those of other lanes are stored beside them. All mentions of a phone are in the same
 * lane, so that the later one wins and nobody waits for anybody.
 */
final class ImportLane {

    private final int number;
    private final long stored;
    private long after;
    private long last;
    private List<CheckedContact> contacts = new ArrayList<>();
    private List<Long> lines = new ArrayList<>();
    private List<Rejection> rejections = new ArrayList<>();

    /** @param stored the line that an earlier run has reached */
    ImportLane(int number, long stored) {
        this.number = number;
        this.stored = stored;
        this.after = stored;
        this.last = stored;
    }

    int waiting() {
        return contacts.size() + rejections.size();
    }

    /** Unless an earlier run has stored it. */
    void add(long line, CheckedContact contact) {
        if (line > stored) {
            last = line;
            contacts.add(contact);
            lines.add(line);
        }
    }

    void reject(Rejection rejection) {
        if (rejection.line() > stored) {
            last = rejection.line();
            rejections.add(rejection);
        }
    }

    /** What waits, to be stored. */
    ImportBatch cut() {
        ImportBatch batch = new ImportBatch(number, after, last, contacts, lines, rejections);
        after = last;
        contacts = new ArrayList<>();
        lines = new ArrayList<>();
        rejections = new ArrayList<>();
        return batch;
    }
}
