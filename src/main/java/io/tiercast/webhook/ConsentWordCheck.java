package io.tiercast.webhook;

import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a list of replies that decide must keep to; as they are recognised, not as they are written. */
final class ConsentWordCheck {

    private static final Pattern LANGUAGE = Pattern.compile(ConsentWordList.ANY + "|[a-z]{2,3}(_[A-Z]{2})?");

    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> optOut = new HashSet<>();

    private ConsentWordCheck() {}

    static void require(String language, ReplaceConsentWords wanted) {
        requireLanguage(language);
        ConsentWordCheck check = new ConsentWordCheck();
        check.words("optOut", wanted.optOut(), check.optOut, Set.of());
        check.words("confirmation", wanted.confirmation(), new HashSet<>(), check.optOut);
        if (language.equals(ConsentWordList.ANY) && wanted.optOut().isEmpty()) {
            check.errors.add(new FieldError("optOut", "must hold a word, so that people can opt out"));
        }
        if (!check.errors.isEmpty()) {
            throw Problems.invalid("invalid", "These words cannot be used like this", check.errors);
        }
    }

    static void requireLanguage(String language) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw Problems.malformed("language", "must be any, or a language such as pt or pt_BR");
        }
    }

    private void words(String field, List<String> words, Set<String> seen, Set<String> taken) {
        for (int i = 0; i < words.size(); i++) {
            String plain = DecidingWords.plain(words.get(i));
            if (plain.isEmpty()) {
                refuse(field, i, "is nothing but punctuation");
            } else if (!seen.add(plain)) {
                refuse(field, i, "is in the list already");
            } else if (taken.contains(plain)) {
                refuse(field, i, "cannot opt out and confirm");
            }
        }
    }

    private void refuse(String field, int index, String message) {
        errors.add(new FieldError(field + "[" + index + "]", message));
    }
}
