package io.tiercast.people;

/** A file that is no CSV of contacts; the message says why, for people. */
class UnreadableFile extends RuntimeException {

    UnreadableFile(String message) {
        super(message, null, false, false);
    }
}
