package io.tiercast.message;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a campaign's queue is made from.
 *
 * @param template the compiled template, kept for sending; of several, {@code {"variants":[…]}}
 * @param moreTemplateIds further templates of which news concern the queue
 * @param candidates their variants in the order of the compiled templates
 */
public record FreezeAudience(
        long campaignId,
        long senderId,
        long templateId,
        List<Long> moreTemplateIds,
        JsonObject template,
        Candidates candidates,
        Policy policy) {

    /**
     * How the queue is worked off.
     *
     * @param hours when it may send, or null for always; see the campaign's {@code delivery.hours}
     * @param stopAt after which nothing is sent, or null
     * @param inDoubt what happens to a message of which nobody knows whether it was sent
     * @param retryDays how often, a day apart, it is tried again to reach somebody who gets too much marketing (131049)
     * @param timeToLive how long Meta tries to deliver a message
     * @param canary null: there is none
     */
    public record Policy(
            JsonObject hours,
            Instant stopAt,
            InDoubtPolicy inDoubt,
            int retryDays,
            Duration timeToLive,
            Canary canary) {}

    /** This share of the messages is sent first; so long the rest is held then. */
    public record Canary(double share, Duration hold) {}
}
