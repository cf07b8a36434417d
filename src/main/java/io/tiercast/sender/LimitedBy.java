package io.tiercast.sender;

/** What binds the speed of a number or a campaign at the moment. */
public enum LimitedBy {
    /** Nothing is waiting to be sent. */
    NONE,
    /** The number's own rate is used whole. */
    THROUGHPUT,
    /** The portfolio's rolling 24 hours are full. */
    MESSAGING_LIMIT,
    /** Meta asked us to slow down. */
    META_THROTTLE,
    PAIR_RATE,
    /** Claims do not come fast enough. */
    DATABASE,
    /** As many requests are under way as are allowed, and Meta's answers take long. */
    META_LATENCY,
    PAUSED;

    /** @param room how many people more may be reached; null: no limit */
    LimitedBy within(Long room) {
        if (this == PAUSED) {
            return this;
        } else if (room != null && room == 0) {
            return MESSAGING_LIMIT;
        }
        return this == MESSAGING_LIMIT ? NONE : this;
    }
}
