package io.tiercast.campaign;

import io.tiercast.message.Audiences.Matched;
import io.tiercast.message.SkipReason;
import io.tiercast.sender.SenderLimits;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a launch would do, without doing it.
 *
 * @param ready whether nothing stops it
 * @param limit of the sender; null without one
 * @param estimatedFinishAt null if nothing would be sent
 */
public record PreflightView(
        boolean ready,
        List<Finding> problems,
        List<Finding> warnings,
        AudienceView audience,
        SenderLimits limit,
        Instant estimatedFinishAt) {

    /**
     * @param messageable those who would get a message
     * @param hash the same as the campaign's {@code audienceHash} later if the same people get it
     */
    public record AudienceView(long matched, long messageable, Map<SkipReason, Long> skipped, String hash) {
        static AudienceView of(Matched matched) {
            return new AudienceView(
                    matched.matched(),
                    matched.messageable(),
                    matched.skipped(),
                    matched.hash().toString());
        }
    }
}
