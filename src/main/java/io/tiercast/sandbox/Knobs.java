package io.tiercast.sandbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the simulated Meta behaves. Shares are between 0 and 1 and are drawn per recipient from the seed. */
public record Knobs(
        @Schema(description = "The same seed and the same recipients give the same outcomes")
        long seed,

        @Schema(description = "How long an answer to a send takes") @Min(0) @Max(60_000)
        int latencyMillis,

        @Schema(description = "Messages a second per number before 130429; null: unlimited") @Min(1)
        Integer throughputPerSecond,

        @Schema(
                description =
                        "Recipients in a rolling 24 hours for the portfolio: 50, 250, 1000, 2000, 10000 or 100000; null: unlimited")
        Integer messagingLimit,

        @Schema(description = "Refuse more than one message in 6 s to the same recipient, after a burst of 45 (131056)")
        boolean pairLimit,

        @Schema(description = "End as failed") @DecimalMin("0") @DecimalMax("1")
        double failedShare,

        @Schema(description = "Of those not failed: never delivered") @DecimalMin("0") @DecimalMax("1")
        double undeliveredShare,

        @Schema(description = "Of those delivered: read") @DecimalMin("0") @DecimalMax("1")
        double readShare,

        @Schema(description = "Of those delivered: write back") @DecimalMin("0") @DecimalMax("1")
        double replyShare,

        @Schema(description = "Of those delivered: write STOP") @DecimalMin("0") @DecimalMax("1")
        double stopShare,

        @Schema(description = "One status is told twice") @DecimalMin("0") @DecimalMax("1")
        double duplicateShare,

        @Schema(description = "Statuses are told in the wrong order") @DecimalMin("0") @DecimalMax("1")
        double disorderShare,

        @Schema(description = "Accepted, but the connection is closed without an answer")
        @DecimalMin("0")
        @DecimalMax("1")
        double lostAnswerShare,

        @NotNull @Valid StatusDelay statusDelayMillis) {

    /** Mean waiting times, each after the step before; the single message waits between half and one and a half of it. */
    public record StatusDelay(
            @Min(0) @Max(3_600_000) int sent,
            @Min(0) @Max(3_600_000) int delivered,
            @Min(0) @Max(3_600_000) int read) {}

    /** A first campaign of a few hundred comes alive within seconds, and shows a little of all that can happen. */
    static final Knobs DEFAULT = new Knobs(
            1, 30, 80, 100_000, true, 0.03, 0.02, 0.7, 0.03, 0.005, 0.05, 0.05, 0, new StatusDelay(400, 1_200, 3_000));
}
