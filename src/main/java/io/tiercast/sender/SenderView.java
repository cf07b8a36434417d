package io.tiercast.sender;

import io.tiercast.meta.MarketingMessages;
import io.tiercast.provider.Capabilities;
import io.tiercast.provider.Provider;
import java.time.Instant;

/**
 * @param messagingLimit recipients in a rolling 24 hours; null: unlimited
 * @param marketingMessages whether marketing goes through Meta's Marketing Messages API
 * @param restriction what Meta forbids the account; null: nothing
 * @param trouble why the number cannot be used, such as a secret that cannot be read; null: it can
 * @param provider through whom it sends
 * @param capabilities what can be done through the provider
 * @param webhookPath where Meta, or the provider, must be told to call
 */
public record SenderView(
        long id,
        String name,
        String phoneNumberId,
        String wabaId,
        String portfolioId,
        String displayPhoneNumber,
        String verifiedName,
        String status,
        String quality,
        double throughputPerSecond,
        Integer messagingLimit,
        MarketingMessages marketingMessages,
        Provider provider,
        Capabilities capabilities,
        Restriction restriction,
        String trouble,
        String webhookPath,
        Instant syncedAt,
        Instant createdAt) {

    static SenderView of(Sender sender, String trouble) {
        return new SenderView(
                sender.id,
                sender.name,
                sender.phoneNumberId,
                sender.wabaId,
                sender.portfolioId,
                sender.displayPhoneNumber,
                sender.verifiedName,
                sender.status,
                sender.quality,
                sender.throughputPerSecond(),
                sender.messagingLimit,
                sender.marketingMessages,
                sender.provider(),
                sender.provider().capabilities(),
                sender.restriction,
                trouble,
                sender.webhookPath(),
                sender.syncedAt,
                sender.createdAt);
    }
}
