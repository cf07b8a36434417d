package io.tiercast.sender;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * A merge patch: what is missing stays as it is.
 *
 * @param reservedShare of the messaging limit, kept for utility and authentication; below 1
 * @param exemptOpenWindows whether people with an open customer-service window are reached without using the limit
 */
public record PatchPortfolio(
        @PositiveOrZero @DecimalMax(value = "1", inclusive = false)
        Double reservedShare,

        Boolean exemptOpenWindows) {}
