package io.tiercast.sandbox;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;

/**
 * A read of the Graph API.
 *
 * @param url up to the question mark, for the link to the next page
 */
record GraphQuery(
        String id,
        String url,
        List<String> fields,
        String limit,
        String after,
        String name,
        String status,
        String category,
        String language) {

    static GraphQuery of(RoutingContext context) {
        return new GraphQuery(
                context.pathParam("id"),
                context.request().absoluteURI().split("\\?")[0],
                fields(parameter(context, "fields")),
                parameter(context, "limit"),
                parameter(context, "after"),
                parameter(context, "name"),
                parameter(context, "status"),
                parameter(context, "category"),
                parameter(context, "language"));
    }

    /** The fields that were asked for, or the default ones; the id is always there. */
    JsonObject pick(JsonObject whole, List<String> defaults) {
        JsonObject picked = new JsonObject();
        (fields.isEmpty() ? defaults : fields)
                .stream().filter(whole::containsKey).forEach(field -> picked.put(field, whole.getValue(field)));
        return picked.put("id", whole.getString("id"));
    }

    private static String parameter(RoutingContext context, String name) {
        return context.request().getParam(name);
    }

    private static List<String> fields(String list) {
        return list == null ? List.of() : Arrays.asList(list.split("\\s*,\\s*"));
    }
}
