package io.tiercast.campaign;

/**
 * A way into an audience or out of it.
 *
 * @param id of the group or segment; null for single contacts, recipients with their own values and the campaign's own filter
 * @param name of the group or segment; null otherwise
 */
public record WayView(AudienceSelection.Kind kind, Long id, String name) {

    /** In the middle of a sentence. */
    String words() {
        return switch (kind) {
            case CONTACT -> "the list of single contacts";
            case FILTER -> "the campaign's filter";
            case GROUP -> "the group " + name;
            case RECIPIENT -> "the recipients with their own values";
            case SEGMENT -> "the segment " + name;
        };
    }
}
