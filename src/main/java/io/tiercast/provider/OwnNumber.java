package io.tiercast.provider;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A number as the operator describes it, where the provider cannot be asked.
 *
 * @param throughputPerSecond messages a second that the provider takes
 * @param messagingLimit as Meta writes it, such as TIER_10K or TIER_UNLIMITED; missing: the lowest
 * @param portfolioId numbers of one business portfolio share the messaging limit; missing: those of one account do
 */
@Schema(name = "OwnNumber")
public record OwnNumber(
        @NotNull @Pattern(regexp = "^\\+?[0-9 ()-]{5,30}$", message = "must be a phone number")
        String displayPhoneNumber,

        @Size(max = 200) String verifiedName,

        @NotNull @Positive Double throughputPerSecond,

        @Pattern(
                regexp = "^(TIER_)?([0-9]{1,6}[KM]?|UNLIMITED)$",
                message = "must be a limit as Meta writes it, such as TIER_10K")
        String messagingLimit,

        @Pattern(regexp = "^[A-Za-z0-9_-]{1,64}$", message = "must be an id of Meta's")
        String portfolioId) {}
