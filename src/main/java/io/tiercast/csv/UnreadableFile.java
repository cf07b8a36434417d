package io.tiercast.csv;

/** A file that is no CSV of contacts; the message says why, for people. */
public class UnreadableFile extends RuntimeException {

    public UnreadableFile(String message) {
        super(message, null, false, false);
    }
}
