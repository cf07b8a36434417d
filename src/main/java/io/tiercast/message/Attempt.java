package io.tiercast.message;

/** One try of one message; the first has number 1. */
public record Attempt(MessageKey key, int number) {}
