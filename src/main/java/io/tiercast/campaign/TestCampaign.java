package io.tiercast.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** @param phones who gets the message now, and nothing else of the campaign; they need not be contacts */
public record TestCampaign(@NotEmpty @Size(max = 10) List<@NotBlank String> phones) {}
