package io.tiercast.webhook;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.MarketingPreference;
import io.tiercast.contact.MarketingPreferences;
import io.tiercast.message.Engagements;
import io.tiercast.meta.WebhookEvent;
import io.tiercast.meta.WebhookEvent.InboundCall;
import io.tiercast.meta.WebhookEvent.InboundMessage;
import io.tiercast.meta.WebhookEvent.PreferenceChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that Meta tells us besides statuses. All of it is kept, whatever it is. What a person said about messages from
 * this business takes effect at once, also on messages already queued, since every claim asks the contact.
 */
@ApplicationScoped
class AccountEvents {

    private static final String STOP = "stop";
    private static final List<String> WANTED = List.of("resume", "signup");

    private final KeptEvents kept;
    private final MarketingPreferences preferences;
    private final ConsentWords words;
    private final InboundMessages inbound;
    private final Engagements engagements;
    private final Reactions reactions;

    AccountEvents(
            KeptEvents kept,
            MarketingPreferences preferences,
            ConsentWords words,
            InboundMessages inbound,
            Engagements engagements,
            Reactions reactions) {
        this.kept = kept;
        this.preferences = preferences;
        this.words = words;
        this.inbound = inbound;
        this.engagements = engagements;
        this.reactions = reactions;
    }

    Uni<Void> store(List<WebhookEvent> events) {
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : kept.keep(events).chain(() -> heed(events)).chain(() -> reactions.to(events));
    }

    private Uni<Void> heed(List<WebhookEvent> events) {
        List<InboundMessage> messages = only(InboundMessage.class, events);
        return inbound.heed(messages)
                .chain(() -> inbound.answer(only(InboundCall.class, events)))
                .chain(() -> messages.isEmpty() ? Uni.createFrom().item(DecidingWords.NONE) : words.inEffect())
                .chain(deciding -> decide(events, deciding))
                .chain(engagements::optedOut);
    }

    /** Whoever says both at once wants no more. */
    private Uni<List<Long>> decide(List<WebhookEvent> events, DecidingWords deciding) {
        return preferences
                .confirm(confirmations(events, deciding).toList())
                .chain(() -> preferences.apply(events.stream()
                        .map(event -> preference(event, deciding))
                        .flatMap(Optional::stream)
                        .toList()));
    }

    private static <T> List<T> only(Class<T> type, List<WebhookEvent> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Optional<MarketingPreference> preference(WebhookEvent event, DecidingWords deciding) {
        if (event instanceof PreferenceChange change && isKnown(change.value())) {
            boolean wanted = !STOP.equals(change.value());
            return Optional.of(new MarketingPreference(
                    change.waId(), change.userId(), wanted, "whatsapp preference", null, change.at()));
        } else if (event instanceof InboundMessage message && deciding.isOptOut(message)) {
            return Optional.of(reply(message, false, "whatsapp reply"));
        }
        return Optional.empty();
    }

    private static Stream<MarketingPreference> confirmations(List<WebhookEvent> events, DecidingWords deciding) {
        return only(InboundMessage.class, events).stream()
                .filter(deciding::isConfirmation)
                .map(message -> reply(message, true, "whatsapp confirmation"));
    }

    private static MarketingPreference reply(InboundMessage message, boolean wanted, String source) {
        return new MarketingPreference(message.from(), message.userId(), wanted, source, message.id(), message.at());
    }

    private static boolean isKnown(String value) {
        return value != null && (value.equals(STOP) || WANTED.contains(value));
    }
}
