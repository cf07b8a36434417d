package io.tiercast.message;

/** Why a person of the audience gets no message. The codes are stored. */
public enum SkipReason {
    OPTED_OUT(1),
    NOT_OPTED_IN(2),
    SUPPRESSED(3),
    EXCLUDED(4),
    MISSING_VARIABLE(5),
    INVALID_PHONE(6),
    TOO_LATE(7),
    CANCELLED(8),
    COUNTRY_NOT_ALLOWED(9),
    CONTACT_DELETED(10),
    /** With this person's values the text would be longer than Meta takes. */
    TEXT_TOO_LONG(11);

    private static final SkipReason[] BY_CODE = values();

    private final short code;

    SkipReason(int code) {
        this.code = (short) code;
    }

    public short code() {
        return code;
    }

    public static SkipReason of(int code) {
        return BY_CODE[code - 1];
    }
}
