package io.tiercast.contact;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact as the outside gives it: what {@code POST} creates, and what a merge patch is applied to. */
public record CreateContact(
        @NotNull @Schema(description = "E.164 with its +", examples = "+919812345678")
        String phone,

        String name,

        @Schema(description = "The id of this person elsewhere; unique")
        String externalId,

        @Schema(examples = "en_IN") String language,

        @Schema(description = "IANA name", examples = "Asia/Kolkata")
        String timezone,

        @Schema(description = "Flat: text, numbers, booleans, ISO dates, lists of text")
        Map<String, Object> attributes,

        List<@NotNull String> tags,
        Consent consent) {}
