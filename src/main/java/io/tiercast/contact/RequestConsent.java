package io.tiercast.contact;

import jakarta.validation.constraints.Size;

/** An opt-in to marketing that the person has yet to confirm. */
public record RequestConsent(
        @Size(max = 1_000) String source, @Size(max = 1_000) String evidence) {

    static final RequestConsent PLAIN = new RequestConsent(null, null);
}
