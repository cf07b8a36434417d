package io.tiercast.sandbox;

import io.tiercast.sandbox.SandboxAccount.Number;
import io.vertx.core.json.JsonObject;

/** One entry of {@code messages[]}: what a person wrote or pressed. */
final class InboundJson {

    private InboundJson() {}

    static JsonObject of(DueEvent event, Number number) {
        JsonObject message = new JsonObject()
                .put("from", Long.toString(event.recipient()))
                .put("from_user_id", Person.userId(event.recipient()))
                .put("id", AcceptedMessage.wamid(event.recipient(), ~event.messageId()))
                .put("timestamp", Long.toString(event.happenedMillis() / 1_000));
        return event.kind() == Kind.BUTTON_REPLY ? button(message, event, number) : text(message, event);
    }

    private static JsonObject text(JsonObject message, DueEvent event) {
        return message.put("type", "text").put("text", new JsonObject().put("body", event.detail()));
    }

    private static JsonObject button(JsonObject message, DueEvent event, Number number) {
        JsonObject context =
                new JsonObject().put("from", Long.toString(number.digits())).put("id", event.wamid());
        return message.put("type", "button")
                .put("context", context)
                .put("button", new JsonObject().put("payload", event.detail()).put("text", event.detail()));
    }
}
