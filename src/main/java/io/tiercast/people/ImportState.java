package io.tiercast.people;

/** Where an import stands; only RUNNING changes any more. */
public enum ImportState {
    RUNNING,
    COMPLETED,
    CANCELLED,
    FAILED
}
