package io.tiercast.campaign;

import io.tiercast.campaign.StateReason.By;
import java.util.Map;
import java.util.Set;

/**
 * How a move of a campaign reads in its history.
 *
 * @param kind stable, for programs
 * @param message for people
 * @param passing comes and goes by itself, so that it need not be told every time
 */
record Story(String kind, String message, boolean passing) {

    private static final Map<CampaignState, String> ENDS = Map.of(
            CampaignState.CANCELLED, "The campaign is cancelled; nothing of it is sent any more.",
            CampaignState.COMPLETED, "Nothing is left to send.",
            CampaignState.FAILED, "The campaign could not start.");

    static final Story SETTLED = new Story("SETTLED", "Meta owes no word on any message any more.", false);

    static Story of(Set<CampaignState> from, CampaignState to, StateReason reason) {
        return switch (to) {
            case RUNNING -> running(from);
            case WAITING -> new Story("WAITING", reason.message(), true);
            case PAUSED -> new Story(pausedBy(reason.by()), reason.message(), false);
            default -> new Story(to.name(), reason == null ? ENDS.get(to) : reason.message(), false);
        };
    }

    private static String pausedBy(By by) {
        return switch (by) {
            case META -> "STOPPED_BY_META";
            case RULE -> "PAUSED_BY_RULE";
            default -> "PAUSED";
        };
    }

    static Story resumed(String by) {
        return new Story("RESUMED", "Resumed by " + by + ".", false);
    }

    static Story released() {
        return new Story("RESUMED", "Meta took back what had stopped it; sending goes on.", false);
    }

    private static Story running(Set<CampaignState> from) {
        return from.contains(CampaignState.PREPARING)
                ? new Story("STARTED", "The audience is put together; sending begins.", false)
                : new Story("WENT_ON", "Sending goes on.", true);
    }
}
