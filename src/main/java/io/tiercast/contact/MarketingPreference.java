package io.tiercast.contact;

import java.time.Instant;

/**
 * What a person said about marketing from this business.
 *
 * @param waId the phone without its plus; may be null for people with a username
 * @param userId Meta's business-scoped id; may be null
 * @param wanted whether they want it
 * @param source kept with the consent; begins with {@link #WHATSAPP} where the person said it there
 * @param evidence the id of the message that says so, or null
 * @param at when they said so, as Meta states it; null: now
 */
public record MarketingPreference(
        String waId, String userId, boolean wanted, String source, String evidence, Instant at) {

    public static final String WHATSAPP = "whatsapp ";
}
