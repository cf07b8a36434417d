package io.tiercast.paging;

import java.util.List;
import java.util.function.Function;

/** One page of a list; {@code nextCursor} is null on the last page. */
public record Page<T>(List<T> items, String nextCursor) {

    /**
     * Cuts a page out of a result that was asked for one row more than the limit.
     *
     * @param rows at most {@code limit + 1} rows in list order
     * @param key the sort key of a row, from which the next page goes on
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Object> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, Cursor.encode(key.apply(items.get(limit - 1))));
    }
}
