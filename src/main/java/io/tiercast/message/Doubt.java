package io.tiercast.message;

import java.time.Duration;

/**
 * A message in doubt, with what is known around it.
 *
 * @param doubts how often it was sent without an answer, this time included
 * @param age since its request was claimed, on the database's clock
 * @param open whether the campaign's queue is open, so that it could be sent again at all
 * @param decidable whether a status of it would bring our mark; without it, that none came proves nothing, ever
 */
public record Doubt(
        Attempt attempt,
        int doubts,
        InDoubtPolicy policy,
        Duration age,
        boolean open,
        boolean decidable,
        Neighbours around) {}
