package io.tiercast.contact;

import static io.tiercast.contact.ConsentState.UNKNOWN;

import java.time.Instant;

/**
 * What a person has agreed to.
 *
 * @param source where the agreement came from, such as {@code import:12} or the name of a form
 * @param at when it was given
 */
public record Consent(ConsentState marketing, ConsentState utility, String source, Instant at) {

    private static final String DEFAULT_SOURCE = "API";

    static final Consent NONE = new Consent(UNKNOWN, UNKNOWN, null, null);

    public static Consent marketing(ConsentState state, String source) {
        return new Consent(state, UNKNOWN, source, null);
    }

    /** The gaps filled in: what is not said is unknown, and what is said without source or time is said here and now. */
    Consent completedAt(Instant now) {
        Consent states = new Consent(orUnknown(marketing), orUnknown(utility), source, at);
        if (states.saysNothing()) {
            return states;
        }
        return new Consent(
                states.marketing, states.utility, source == null ? DEFAULT_SOURCE : source, at == null ? now : at);
    }

    /** An edit that moves a state without saying source and time anew must not keep those of the old state. */
    Consent editedFrom(Consent before) {
        if (sameStates(before)) {
            return this;
        }
        boolean staleSource = source != null && source.equals(before.source);
        boolean staleTime = at != null && at.equals(before.at);
        return new Consent(marketing, utility, staleSource ? null : source, staleTime ? null : at);
    }

    private boolean saysNothing() {
        return marketing == UNKNOWN && utility == UNKNOWN && source == null;
    }

    private boolean sameStates(Consent other) {
        return marketing == other.marketing && utility == other.utility;
    }

    private static ConsentState orUnknown(ConsentState state) {
        return state == null ? UNKNOWN : state;
    }
}
