package io.tiercast.webhook;

import java.time.Instant;
import java.util.List;

/**
 * The replies that decide, of one language.
 *
 * @param language {@code any}, or such as {@code pt} or {@code pt_BR}
 * @param own false: as configured, replaced by nobody
 * @param updatedAt null for the configured words
 */
public record ConsentWordListView(
        String language, List<String> optOut, List<String> confirmation, boolean own, Instant updatedAt) {

    static ConsentWordListView of(ConsentWordList list) {
        return new ConsentWordListView(
                list.language, List.of(list.optOut), List.of(list.confirmation), list.isOwn(), list.updatedAt);
    }
}
