package io.tiercast.sender;

import io.tiercast.meta.GraphAccess;
import io.tiercast.meta.MarketingMessages;
import java.util.List;

/**
 * What sending and hearing need of a sender, secrets opened. Lives in memory only.
 *
 * @param senderKey the last part of the webhook path of a number with its own secret
 * @param appSecret null: the installation's own
 * @param throughputPerSecond messages a second: the operator's figure, or else Meta's
 * @param messagingLimit recipients of the whole portfolio in a rolling 24 hours; null: unlimited
 */
public record SendingNumber(
        long id,
        String phoneNumberId,
        String wabaId,
        String portfolioId,
        String senderKey,
        String status,
        String accessToken,
        String appSecret,
        double throughputPerSecond,
        Integer messagingLimit,
        MarketingMessages marketingMessages) {

    /** The keys that may have signed a webhook for this number. */
    public List<String> secretsOr(List<String> installation) {
        return appSecret == null ? installation : List.of(appSecret);
    }

    /** How its templates and media are reached. */
    public GraphAccess graph() {
        return GraphAccess.meta(accessToken);
    }

    @Override
    public String toString() {
        return "SendingNumber[" + id + "]";
    }
}
