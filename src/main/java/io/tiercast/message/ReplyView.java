package io.tiercast.message;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * What a contact wrote.
 *
 * @param id Meta's
 * @param campaignId which it answers; null: none
 * @param tiedBy how that is known; null without a campaign
 * @param senderId the number it was written to; null if that is not ours any more
 * @param type Meta's word: text, button, interactive, image, …
 * @param text what was written, or the label of the button, or the caption
 * @param payload what stands behind the button
 */
public record ReplyView(
        String id,
        Instant at,
        long contactId,
        String phone,
        String name,
        Long campaignId,
        TiedBy tiedBy,
        Long senderId,
        String type,
        String text,
        String payload) {

    public enum TiedBy {
        /** It answers the campaign's message by name, or presses its button. */
        MESSAGE,
        /** The campaign's message was the last one within three days. */
        LAST_MESSAGE
    }

    static ReplyView of(Row row) {
        Boolean answers = row.getBoolean("answers");
        return new ReplyView(
                row.getString("wamid"),
                row.getOffsetDateTime("at").toInstant(),
                row.getLong("contact_id"),
                row.getString("phone"),
                row.getString("name"),
                row.getLong("campaign_id"),
                answers == null ? null : answers ? TiedBy.MESSAGE : TiedBy.LAST_MESSAGE,
                row.getLong("sender_id"),
                row.getString("type"),
                row.getString("body"),
                row.getString("payload"));
    }
}
