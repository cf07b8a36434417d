package io.tiercast.campaign;

import io.tiercast.sql.Selection;
import java.util.List;

/**
 * The recipients that brought their own values to a campaign.
 *
 * @param count how many they are
 * @param columns what they bring, in the order in which it came first
 * @param loading whether more of them are just being stored
 */
record RecipientList(long campaignId, long count, List<String> columns, boolean loading) {

    private static final String PATH = "recipient.";

    boolean isEmpty() {
        return count == 0;
    }

    /** A selection of {@code contact_id}. */
    Selection people() {
        return Selection.of("select contact_id from recipient_row where campaign_id = ?", campaignId);
    }

    /** What contact {@code c} brought, as JSON; null if nothing. */
    Selection fields() {
        return isEmpty()
                ? Selection.of("null::jsonb")
                : Selection.of(
                        "(select r.fields from recipient_row r where r.campaign_id = ? and r.contact_id = c.id)",
                        campaignId);
    }

    /** Whether a path asks for a column that nobody brings. */
    boolean lacks(String path) {
        return path != null && path.startsWith(PATH) && !columns.contains(path.substring(PATH.length()));
    }
}
