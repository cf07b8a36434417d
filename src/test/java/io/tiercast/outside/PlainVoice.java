package io.tiercast.outside;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/**
 * A provider with an interface of its own: one address for messages, error codes that begin with E, reports in other words.
 *
 * @param echoes whether it brings back the reference that a message came with
 */
public record PlainVoice(String phoneNumberId, String apiKey, String callbackToken, boolean echoes) implements Voice {

    private static final Map<String, String> WORDS =
            Map.of("sent", "SUBMITTED", "delivered", "DELIVRD", "read", "SEEN", "failed", "UNDELIV");

    @Override
    public String[] path(HttpServerRequest request) {
        return request.path().equals("/api/send") ? new String[] {"", "v", phoneNumberId, "messages"} : new String[0];
    }

    @Override
    public boolean admits(HttpServerRequest request) {
        return apiKey.equals(request.getHeader("X-Api-Key"));
    }

    @Override
    public JsonObject message(JsonObject request) {
        JsonObject message = new JsonObject()
                .put("messaging_product", "whatsapp")
                .put("to", "+" + request.getString("recipient"))
                .put("type", "template")
                .put("template", request.getJsonObject("content"));
        return echoes ? message.put("biz_opaque_callback_data", request.getString("reference")) : message;
    }

    @Override
    public GraphResponse answer(GraphResponse metas) {
        JsonObject error = metas.body().getJsonObject("error");
        JsonObject words = error == null
                ? new JsonObject()
                        .put(
                                "ticket",
                                metas.body()
                                        .getJsonArray("messages")
                                        .getJsonObject(0)
                                        .getString("id"))
                : new JsonObject()
                        .put(
                                "fault",
                                new JsonObject()
                                        .put("code", "E" + error.getInteger("code"))
                                        .put("text", error.getString("message")));
        return new GraphResponse(metas.status(), words);
    }

    @Override
    public HttpRequest.Builder report(URI webhook, JsonObject metas) {
        JsonArray events = new JsonArray();
        JsonObject change = metas.getJsonArray("entry")
                .getJsonObject(0)
                .getJsonArray("changes")
                .getJsonObject(0);
        change.getJsonObject("value")
                .getJsonArray("statuses")
                .forEach(status -> events.add(event((JsonObject) status)));
        return HttpRequest.newBuilder(webhook)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Callback-Token", callbackToken)
                .POST(BodyPublishers.ofString(
                        new JsonObject().put("events", events).encode()));
    }

    private static JsonObject event(JsonObject status) {
        JsonObject event = new JsonObject()
                .put("ticket", status.getString("id"))
                .put("state", WORDS.get(status.getString("status")))
                .put("when", Long.parseLong(status.getString("timestamp")))
                .put("reference", status.getString("biz_opaque_callback_data"));
        JsonArray errors = status.getJsonArray("errors");
        return errors == null
                ? event
                : event.put("why", "E" + errors.getJsonObject(0).getInteger("code"));
    }
}
