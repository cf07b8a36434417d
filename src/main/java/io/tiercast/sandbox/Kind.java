package io.tiercast.sandbox;

/** What a webhook can tell of a message. Stored by ordinal: append only. */
enum Kind {
    SENT,
    DELIVERED,
    READ,
    FAILED,
    TEXT_REPLY,
    BUTTON_REPLY;

    private static final Kind[] ALL = values();

    static Kind of(int ordinal) {
        return ALL[ordinal];
    }

    boolean isStatus() {
        return ordinal() <= FAILED.ordinal();
    }
}
