package io.tiercast.campaign;

import jakarta.validation.constraints.NotNull;

/** What a person decides about the messages of which nobody knows whether they arrived. */
public record DecideUnconfirmed(@NotNull Action action) {

    /** RESEND: who did get the first gets a second one. GIVE_UP: they count as failed. */
    public enum Action {
        RESEND,
        GIVE_UP
    }
}
