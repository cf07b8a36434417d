package io.tiercast.contact;

import static io.tiercast.contact.ConsentState.OPTED_IN;
import static io.tiercast.contact.ConsentState.OPTED_OUT;
import static io.tiercast.contact.ConsentState.UNKNOWN;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person has agreed to.
 *
 * @param source where the agreement came from, such as {@code import:12} or the name of a form
 * @param evidence what proves it, such as the address of a signed form or the id of a message
 * @param at when it was given
 */
public record Consent(
        ConsentState marketing,
        ConsentState utility,

        @Schema(examples = "Form at the till") String source,

        @Schema(description = "What proves it, such as the address of a form or the id of a message")
        String evidence,

        Instant at) {

    private static final String DEFAULT_SOURCE = "API";

    static final Consent NONE = new Consent(UNKNOWN, UNKNOWN, null, null, null);

    public static Consent marketing(ConsentState state, String source, String evidence) {
        return new Consent(state, UNKNOWN, source, evidence, null);
    }

    /** The gaps filled in: what is not said is unknown, and what is said without source or time is said here and now. */
    Consent completedAt(Instant now) {
        Consent states = new Consent(orUnknown(marketing), orUnknown(utility), source, evidence, at);
        if (states.saysNothing()) {
            return states;
        }
        return new Consent(
                states.marketing,
                states.utility,
                source == null ? DEFAULT_SOURCE : source,
                evidence,
                at == null ? now : at);
    }

    /** An edit that moves a state without saying source, evidence and time anew must not keep those of the old state. */
    Consent editedFrom(Consent before) {
        if (sameStates(before)) {
            return this;
        }
        return new Consent(
                marketing,
                utility,
                fresh(source, before.source),
                fresh(evidence, before.evidence),
                fresh(at, before.at));
    }

    /** The same without what has to be confirmed first. */
    Consent unconfirmed() {
        return new Consent(marketing == OPTED_IN ? UNKNOWN : marketing, utility, source, evidence, at);
    }

    /** An opt-out holds against what was said before it. */
    boolean outlasts(Consent other) {
        return (marketing == OPTED_OUT || utility == OPTED_OUT) && other.at.isBefore(at);
    }

    private boolean saysNothing() {
        return marketing == UNKNOWN && utility == UNKNOWN && source == null;
    }

    private boolean sameStates(Consent other) {
        return marketing == other.marketing && utility == other.utility;
    }

    private static <T> T fresh(T said, T before) {
        return said != null && said.equals(before) ? null : said;
    }

    private static ConsentState orUnknown(ConsentState state) {
        return state == null ? UNKNOWN : state;
    }
}
