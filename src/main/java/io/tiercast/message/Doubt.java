package io.tiercast.message;

import java.time.Duration;
import java.time.Instant;

/**
 * A message in doubt, with what is known around it.
 *
 * @param doubts how often it was sent without an answer, this time included
 * @param triedAt when its request was claimed, on the database's clock
 * @param age since then, on the database's clock
 * @param open whether the campaign's queue is open, so that it could be sent again at all
 * @param neighbours messages of the same number that Meta accepted within five minutes of it
 * @param answered those of them that have a status by now
 * @param held those of them that Meta holds back
 * @param heardSince whether a status for this number came in after the message had the least age
 */
public record Doubt(
        Attempt attempt,
        int doubts,
        InDoubtPolicy policy,
        Instant triedAt,
        Duration age,
        boolean open,
        long neighbours,
        long answered,
        long held,
        boolean heardSince) {}
