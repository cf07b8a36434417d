package io.tiercast.outside;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;

/** How a provider speaks: the same messages, fates and reports as at Meta, in its own words. */
public interface Voice {

    /** The path as it would be at Meta, split at its slashes: an empty part, the version, the id, and perhaps an edge. */
    String[] path(HttpServerRequest request);

    /** Whether the caller has shown the right secret. */
    boolean admits(HttpServerRequest request);

    /** A message as Meta writes it. */
    JsonObject message(JsonObject request);

    /** What Meta would answer, in this provider's words. */
    GraphResponse answer(GraphResponse metas);

    /** A call that reports what Meta would report, with its proof. */
    HttpRequest.Builder report(URI webhook, JsonObject metas);
}
