package io.tiercast.message;

import java.util.Comparator;

/** The primary key of a message: its campaign, and its place in the frozen audience, from 1. */
public record MessageKey(long campaignId, int seq) implements Comparable<MessageKey> {

    private static final Comparator<MessageKey> ORDER =
            Comparator.comparingLong(MessageKey::campaignId).thenComparingInt(MessageKey::seq);

    @Override
    public int compareTo(MessageKey other) {
        return ORDER.compare(this, other);
    }
}
