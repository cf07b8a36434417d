package io.tiercast.benchmark;

/** An accepted message, as small as can be: a million of them wait in memory. */
final class QuickMessage {

    final byte[] to;
    final byte[] callback;
    final int serial;

    /** When what is reported of it begins to happen; {@link System#nanoTime}. */
    long from;

    QuickMessage(byte[] to, byte[] callback, int serial, long from) {
        this.to = to;
        this.callback = callback;
        this.serial = serial;
        this.from = from;
    }
}
