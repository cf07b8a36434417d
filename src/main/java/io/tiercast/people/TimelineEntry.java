package io.tiercast.people;

import io.tiercast.contact.ConsentState;
import io.tiercast.message.MessageState;
import io.tiercast.message.SkipReason;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * Something that happened with a contact. Of the parts the one of its type is there, the others are null.
 *
 * @param at when it happened; for a campaign's message, when it was last tried, or the audience was frozen
 */
public record TimelineEntry(
        Instant at, Type type, CampaignPart campaign, ReplyPart reply, ConsentPart consent, EventPart event) {

    public enum Type {
        CAMPAIGN,
        REPLY,
        CONSENT,
        EVENT
    }

    /**
     * A campaign's message to the contact, and what became of it.
     *
     * @param reason why it was skipped; null otherwise
     */
    public record CampaignPart(
            long campaignId,
            String name,
            MessageState state,
            SkipReason reason,
            Integer errorCode,
            Instant acceptedAt,
            Instant sentAt,
            Instant deliveredAt,
            Instant readAt,
            Instant failedAt) {}

    /** @param campaignId which it answers; null: none */
    public record ReplyPart(String id, Long campaignId, String type, String text, String payload) {}

    /**
     * How the consent stood from then on.
     *
     * @param givenAt when it was given, where that is known
     */
    public record ConsentPart(
            ConsentState marketing, ConsentState utility, String source, String evidence, Instant givenAt) {}

    public record EventPart(String name, Map<String, Object> properties) {}

    static TimelineEntry of(Row row) {
        Type type = Type.valueOf(row.getString("type"));
        JsonObject part = row.getJsonObject("part");
        return new TimelineEntry(
                row.getOffsetDateTime("at").toInstant(),
                type,
                type == Type.CAMPAIGN ? campaign(part) : null,
                type == Type.REPLY ? reply(part) : null,
                type == Type.CONSENT ? consent(part) : null,
                type == Type.EVENT ? new EventPart(part.getString("name"), properties(part)) : null);
    }

    private static CampaignPart campaign(JsonObject part) {
        Integer reason = part.getInteger("reason");
        return new CampaignPart(
                part.getLong("campaignId"),
                part.getString("name"),
                MessageState.of(part.getInteger("state")),
                reason == null ? null : SkipReason.of(reason),
                part.getInteger("error"),
                instant(part, "accepted"),
                instant(part, "sent"),
                instant(part, "delivered"),
                instant(part, "read"),
                instant(part, "failed"));
    }

    private static ReplyPart reply(JsonObject part) {
        return new ReplyPart(
                part.getString("id"),
                part.getLong("campaignId"),
                part.getString("type"),
                part.getString("text"),
                part.getString("payload"));
    }

    private static ConsentPart consent(JsonObject part) {
        return new ConsentPart(
                ConsentState.valueOf(part.getString("marketing")),
                ConsentState.valueOf(part.getString("utility")),
                part.getString("source"),
                part.getString("evidence"),
                instant(part, "given"));
    }

    private static Map<String, Object> properties(JsonObject part) {
        return part.getJsonObject("properties").getMap();
    }

    private static Instant instant(JsonObject part, String field) {
        String text = part.getString(field);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
