package io.tiercast.campaign;

import io.tiercast.paging.Page;
import java.util.List;

/**
 * The recipients that brought values of their own, page by page.
 *
 * @param count of all of them
 * @param columns what they bring, each usable as {@code recipient.<column>}
 */
public record RecipientListView(long count, List<String> columns, List<RecipientValuesView> items, String nextCursor) {

    static RecipientListView of(RecipientList list, Page<RecipientValuesView> page) {
        return new RecipientListView(list.count(), list.columns(), page.items(), page.nextCursor());
    }
}
