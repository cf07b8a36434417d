package io.tiercast.campaign;

/**
 * Something that stops a launch, or that a person should know before it.
 *
 * @param code stable, for programs
 * @param message for people
 * @param field where in the campaign to mend it; null if nowhere
 */
public record Finding(String code, String message, String field) {}
