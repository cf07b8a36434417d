package io.tiercast.webhook;

import io.tiercast.meta.WebhookEvent.InboundMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Recognises a person's wish to get no more, written or pressed. A message that only contains such a word is no such wish. */
@ApplicationScoped
class OptOutWords {

    private final Set<String> words;

    OptOutWords(@ConfigProperty(name = "tiercast.opt-out-words") List<String> words) {
        this.words = words.stream().map(OptOutWords::plain).collect(Collectors.toSet());
    }

    boolean isOptOut(InboundMessage message) {
        return isOptOut(message.text()) || isOptOut(message.payload());
    }

    private boolean isOptOut(String text) {
        return text != null && text.length() <= 100 && words.contains(plain(text));
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
