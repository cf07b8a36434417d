package io.tiercast.message;

/**
 * What is known of the messages around one in doubt.
 *
 * @param accepted messages of the same number that Meta accepted within five minutes of it
 * @param answered those of them that have a status by now
 * @param held those of them that Meta holds back
 * @param heardSince whether a status for this number came in after the message had the least age
 */
public record Neighbours(long accepted, long answered, long held, boolean heardSince) {}
