package io.tiercast.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;

/** A page of a Graph list, with cursors and the link to the next one. */
final class GraphPage {

    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;

    private GraphPage() {}

    static JsonObject of(List<JsonObject> all, GraphQuery query, List<String> defaultFields) {
        int limit = limit(query.limit());
        int from = query.after() == null ? 0 : position(query.after(), all.size());
        int to = Math.min(all.size(), from + limit);
        JsonArray data = new JsonArray();
        all.subList(from, to).forEach(item -> data.add(query.pick(item, defaultFields)));
        JsonObject page = new JsonObject().put("data", data);
        return data.isEmpty() ? page : page.put("paging", paging(query, from, to, limit, all.size()));
    }

    private static JsonObject paging(GraphQuery query, int from, int to, int limit, int size) {
        JsonObject paging = new JsonObject()
                .put("cursors", new JsonObject().put("before", cursor(from)).put("after", cursor(to)));
        return to == size ? paging : paging.put("next", next(query, to, limit));
    }

    private static String next(GraphQuery query, int to, int limit) {
        StringBuilder next = new StringBuilder(query.url()).append("?limit=").append(limit);
        append(next, "fields", query.fields().isEmpty() ? null : String.join(",", query.fields()));
        append(next, "name", query.name());
        append(next, "status", query.status());
        append(next, "category", query.category());
        append(next, "language", query.language());
        append(next, "after", cursor(to));
        return next.toString();
    }

    private static void append(StringBuilder url, String name, String value) {
        if (value != null) {
            url.append('&').append(name).append('=').append(URLEncoder.encode(value, UTF_8));
        }
    }

    private static int limit(String limit) {
        try {
            return limit == null ? DEFAULT_LIMIT : Math.max(1, Math.min(MAX_LIMIT, Integer.parseInt(limit)));
        } catch (NumberFormatException e) {
            throw Refusal.of(100, "limit must be a number");
        }
    }

    private static String cursor(int position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("at:" + position).getBytes(UTF_8));
    }

    private static int position(String cursor, int size) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            int position = Integer.parseInt(text.substring("at:".length()));
            return Math.max(0, Math.min(size, position));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw Refusal.of(131059, "Start again without a cursor");
        }
    }
}
