package io.tiercast.webhook;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.tiercast.meta.WebhookEvent.InboundMessage;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recognises a person's wish to get no more, or that they confirm to want more, written or pressed. A message that only contains
 * such a word is no such wish.
 */
record DecidingWords(Set<String> optOut, Set<String> confirmation) {

    static final DecidingWords NONE = new DecidingWords(Set.of(), Set.of());

    private static final int LONGEST = 100;

    static DecidingWords of(Collection<String> optOut, Collection<String> confirmation) {
        return new DecidingWords(plain(optOut), plain(confirmation));
    }

    boolean isOptOut(InboundMessage message) {
        return says(message, optOut);
    }

    /** Means something only from somebody who was asked. */
    boolean isConfirmation(InboundMessage message) {
        return says(message, confirmation);
    }

    private static boolean says(InboundMessage message, Set<String> words) {
        return Stream.of(message.text(), message.payload())
                .anyMatch(text -> text != null && text.length() <= LONGEST && words.contains(plain(text)));
    }

    private static Set<String> plain(Collection<String> words) {
        return words.stream()
                .map(DecidingWords::plain)
                .filter(word -> !word.isEmpty())
                .collect(toUnmodifiableSet());
    }

    /** Letters and digits alone, without case, accents and surplus spaces; where there are none, a lone 👍 may be a word. */
    static String plain(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[\\p{Mn}\\p{Cf}]+", "");
        String words = spaced(bare, "[^\\p{L}\\p{M}\\p{N}]+");
        return words.isEmpty() ? spaced(bare, "[\\p{Punct}\\s]+") : words;
    }

    private static String spaced(String text, String separators) {
        return text.replaceAll(separators, " ").strip().toLowerCase(Locale.ROOT);
    }
}
