package io.tiercast.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;

/** A launch, with what the caller counts on. */
public record LaunchCampaign(@Valid Expectation expect) {

    /** @param maxRecipients refused with 409 if there are more */
    public record Expectation(@PositiveOrZero Long maxRecipients) {}

    Long maxRecipients() {
        return expect == null ? null : expect.maxRecipients();
    }
}
