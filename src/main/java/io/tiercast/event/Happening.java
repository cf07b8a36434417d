package io.tiercast.event;

import java.util.Map;

/**
 * Something that happened to a campaign or a number.
 *
 * @param campaignId null if it concerns no campaign
 * @param senderId null if it concerns no number
 * @param kind stable, for programs
 * @param message for people
 * @param detail what a program may want to know besides; null: nothing
 */
public record Happening(Long campaignId, Long senderId, String kind, String message, Map<String, Object> detail) {

    public static Happening ofCampaign(long campaignId, String kind, String message, Map<String, Object> detail) {
        return new Happening(campaignId, null, kind, message, detail);
    }

    public static Happening ofSender(long senderId, String kind, String message, Map<String, Object> detail) {
        return new Happening(null, senderId, kind, message, detail);
    }
}
