package io.tiercast.message;

import io.tiercast.sql.Selection;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * What a campaign's queue is made from.
 *
 * @param category Meta's category of the template; decides which consent is needed
 * @param template the compiled template, kept for sending
 * @param included selections of {@code contact_id}; the audience is their union
 * @param excluded selections of {@code contact_id}; those found in the audience are skipped
 * @param params an expression over contact {@code c} for each slot of the template; a blank result is a missing variable
 * @param hours when it may send, or null for always; see the campaign's {@code delivery.hours}
 * @param stopAt after which nothing is sent, or null
 * @param inDoubt what happens to a message of which nobody knows whether it was sent
 */
public record FreezeAudience(
        long campaignId,
        long senderId,
        String category,
        JsonObject template,
        List<Selection> included,
        List<Selection> excluded,
        List<Selection> params,
        JsonObject hours,
        Instant stopAt,
        String inDoubt) {}
