package io.tiercast.message;

import java.time.Duration;
import java.time.Instant;

/**
 * A minute of a number in which messages were sent that are in doubt: they have the same neighbours.
 *
 * @param youngest when the last of them was claimed, on the database's clock
 * @param age since then
 */
public record DoubtPlace(long senderId, Instant minute, Instant youngest, Duration age) {}
