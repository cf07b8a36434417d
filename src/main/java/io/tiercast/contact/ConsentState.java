package io.tiercast.contact;

/** Marketing needs {@code OPTED_IN}; utility and authentication need no {@code OPTED_OUT}. */
public enum ConsentState {
    OPTED_IN,
    OPTED_OUT,
    UNKNOWN
}
