package io.tiercast.message;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where one recipient stands. Each is in exactly one bucket of the stats, named after its state. The codes are stored; from
 * {@link #ACCEPTED} to {@link #READ} they are ranks: evidence only ever lifts a message.
 */
public enum MessageState {
    /** Not tried yet. */
    QUEUED(0, "queued"),
    /** Claimed: the request is under way, or its owner died. */
    SENDING(1, "sending"),
    /** To be tried again at a time. */
    DEFERRED(2, "deferred"),
    /** Sent or not, nobody knows: waiting for evidence. */
    IN_DOUBT(3, "inDoubt"),
    /** Undecidable: a person's turn. */
    UNCONFIRMED(4, "unconfirmed"),
    /** Accepted, but held back by Meta's pacing. */
    HELD(5, "held"),
    ACCEPTED(6, "accepted"),
    SENT(7, "sent"),
    /** No delivery within its time to live. */
    EXPIRED(8, "expired"),
    FAILED(9, "failed"),
    DELIVERED(10, "delivered"),
    READ(11, "read"),
    /** Left out, with a {@link SkipReason}. */
    SKIPPED(12, "skipped");

    private static final MessageState[] BY_CODE = values();

    private final short code;
    private final String bucket;

    MessageState(int code, String bucket) {
        this.code = (short) code;
        this.bucket = bucket;
    }

    public short code() {
        return code;
    }

    public String bucket() {
        return bucket;
    }

    public static MessageState of(int code) {
        return BY_CODE[code];
    }

    /** The state of a bucket's name, in either spelling ({@code inDoubt} or {@code IN_DOUBT}); null if there is none. */
    public static MessageState ofBucket(String name) {
        String plain = name.replace("_", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(BY_CODE)
                .filter(state -> state.bucket.toLowerCase(Locale.ROOT).equals(plain))
                .findFirst()
                .orElse(null);
    }
}
