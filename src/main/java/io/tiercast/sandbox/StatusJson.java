package io.tiercast.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** One entry of {@code statuses[]}. */
final class StatusJson {

    private static final String ERROR_PAGE = "/documentation/business-messaging/whatsapp/support/error-codes";

    private StatusJson() {}

    static JsonObject of(DueEvent event) {
        JsonObject status = new JsonObject()
                .put("id", event.wamid())
                .put("status", event.kind().name().toLowerCase(Locale.ROOT))
                .put("timestamp", Long.toString(event.happenedMillis() / 1_000))
                .put("recipient_id", Long.toString(event.recipient()));
        if (event.opaque() != null) {
            status.put("biz_opaque_callback_data", event.opaque());
        }
        if (event.kind() == Kind.FAILED) {
            return status.put("errors", new JsonArray().add(error(event.code())));
        }
        status.put("recipient_user_id", Person.userId(event.recipient()));
        return event.priced() ? status.put("pricing", pricing(event.category())) : status;
    }

    private static JsonObject pricing(String category) {
        return new JsonObject()
                .put("billable", true)
                .put("pricing_model", "PMP")
                .put("type", "regular")
                .put("category", category.toLowerCase(Locale.ROOT));
    }

    private static JsonObject error(int code) {
        String title = Refusal.title(code);
        return new JsonObject()
                .put("code", code)
                .put("title", title)
                .put("message", title)
                .put("error_data", new JsonObject().put("details", title))
                .put("href", ERROR_PAGE);
    }
}
