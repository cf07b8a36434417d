package io.tiercast.webhook;

import io.tiercast.meta.WebhookEvent.InboundMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Recognises a person's wish to get no more, or that they confirm to want more, written or pressed. A message that only contains
 * such a word is no such wish.
 */
@ApplicationScoped
class ConsentWords {

    private static final int LONGEST = 100;

    private final ConsentWordsView configured;
    private final Set<String> optOut;
    private final Set<String> confirmation;

    ConsentWords(
            @ConfigProperty(name = "tiercast.opt-out-words") List<String> optOut,
            @ConfigProperty(name = "tiercast.consent.confirmation-words") List<String> confirmation) {
        this.configured = new ConsentWordsView(optOut, confirmation);
        this.optOut = plain(optOut);
        this.confirmation = plain(confirmation);
    }

    ConsentWordsView configured() {
        return configured;
    }

    boolean isOptOut(InboundMessage message) {
        return says(message, optOut);
    }

    /** Means something only from somebody who was asked. */
    boolean isConfirmation(InboundMessage message) {
        return says(message, confirmation);
    }

    private static boolean says(InboundMessage message, Set<String> words) {
        return Stream.of(Optional.ofNullable(message.text()), Optional.ofNullable(message.payload()))
                .flatMap(Optional::stream)
                .anyMatch(text -> text.length() <= LONGEST && words.contains(plain(text)));
    }

    private static Set<String> plain(List<String> words) {
        return words.stream().map(ConsentWords::plain).collect(Collectors.toSet());
    }

    /** Without case, accents, punctuation and surplus spaces. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}+", "")
                .replaceAll("[\\p{Punct}\\s]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
