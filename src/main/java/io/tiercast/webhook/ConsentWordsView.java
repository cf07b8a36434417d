package io.tiercast.webhook;

import java.util.List;
import java.util.function.Function;

/**
 * The replies that are taken for a decision, whatever their case, accents and punctuation.
 *
 * @param optOut from anybody: no more marketing; the words of all lists together
 * @param confirmation from somebody who was asked to confirm: marketing is wanted; of all lists together
 * @param lists by language, the one for any language first
 */
public record ConsentWordsView(List<String> optOut, List<String> confirmation, List<ConsentWordListView> lists) {

    static ConsentWordsView of(List<ConsentWordList> lists) {
        List<ConsentWordListView> views =
                lists.stream().map(ConsentWordListView::of).toList();
        return new ConsentWordsView(
                all(views, ConsentWordListView::optOut), all(views, ConsentWordListView::confirmation), views);
    }

    private static List<String> all(
            List<ConsentWordListView> lists, Function<ConsentWordListView, List<String>> words) {
        return lists.stream()
                .flatMap(list -> words.apply(list).stream())
                .distinct()
                .toList();
    }
}
