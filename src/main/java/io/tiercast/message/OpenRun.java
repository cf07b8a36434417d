package io.tiercast.message;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A queue that the sender may claim from just now.
 *
 * @param category Meta's category of the template
 * @param template the compiled template; never changes for a campaign
 * @param hours when it may send; null: always
 * @param waiting whether something can be claimed at this moment
 */
public record OpenRun(
        long campaignId, String category, JsonObject template, JsonObject hours, Instant stopAt, boolean waiting) {

    /** Whether its hours and its end let it send at this moment. */
    public boolean maySend(Instant now) {
        boolean inTime = stopAt == null || now.isBefore(stopAt);
        return inTime && (hours == null || SendingHours.of(hours).open(now));
    }
}
