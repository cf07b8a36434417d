package io.tiercast.paging;

import io.tiercast.problem.Problems;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** The query parameters of every list: {@code ?limit=50&cursor=…}. Used as a {@code @BeanParam}. */
public class PageRequest {

    @QueryParam("limit")
    @DefaultValue("50")
    public int limit;

    @QueryParam("cursor")
    public String cursor;

    /** Rows per page, 1 to 200. */
    public int limit() {
        if (limit < 1 || limit > 200) {
            throw Problems.malformed("limit", "must be between 1 and 200");
        }
        return limit;
    }

    /** The id after which the page goes on, in a list sorted by descending id; the largest id for the first page. */
    public long beforeId() {
        return cursor == null ? Long.MAX_VALUE : Cursor.decodeId(cursor);
    }

    /** The id after which the page goes on, in a list sorted by ascending id; 0 for the first page. */
    public long afterId() {
        return cursor == null ? 0 : Cursor.decodeId(cursor);
    }
}
