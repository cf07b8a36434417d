package io.tiercast.people;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to forget, contact or not. */
public record ErasePerson(
        @NotNull @Schema(description = "E.164 with its +", examples = "+919812345678")
        String phone) {}
