package io.tiercast.sender;

import io.tiercast.meta.GraphAccess;
import io.tiercast.meta.MarketingMessages;
import io.tiercast.problem.Problems;
import io.tiercast.provider.Provider;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What sending and hearing need of a sender, secrets opened. Lives in memory only.
 *
 * @param senderKey the last part of the webhook path of a number with its own secret
 * @param appSecret null: the installation's own
 * @param trouble why it cannot be used; null: it can. Its secrets are of no use then
 * @param provider through whom it sends
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
        String trouble,
        double throughputPerSecond,
        Integer messagingLimit,
        MarketingMessages marketingMessages,
        Provider provider) {

    /** What is left for sending beside what comes in, messages a second; a little always, so that a busy number is not silent. */
    public double sendingRate(double inboundPerSecond) {
        return Math.max(Math.min(1, throughputPerSecond), throughputPerSecond - inboundPerSecond);
    }

    /** Whether a call to the number's own webhook proves that it comes from its provider. @param installation the general secrets */
    public boolean proven(
            byte[] body, UnaryOperator<String> header, UnaryOperator<String> query, List<String> installation) {
        List<String> secrets = appSecret == null ? installation : List.of(appSecret);
        return secrets.stream().anyMatch(secret -> provider.callbacks().accepts(body, header, query, secret));
    }

    /** How its templates and media are reached; 409 for a number that cannot be used. */
    public GraphAccess graph() {
        if (trouble != null) {
            throw unusable(trouble);
        }
        return provider.graph(accessToken);
    }

    static RuntimeException unusable(String trouble) {
        return Problems.conflict("sender-unusable", trouble);
    }

    @Override
    public String toString() {
        return "SendingNumber[" + id + "]";
    }
}
