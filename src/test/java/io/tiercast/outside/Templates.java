package io.tiercast.outside;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Templates as Meta lists them: more than fit on a page here, and not all of them sendable. */
public final class Templates {

    /** Header, body, footer, and a link whose end varies; all with variables that count through. */
    public static final String SALE = "diwali_sale";

    private Templates() {}

    public static List<JsonObject> all() {
        return List.of(
                template("900001", SALE, "MARKETING", "APPROVED", sale()),
                template(
                        "900002",
                        "order_update",
                        "UTILITY",
                        "APPROVED",
                        body("Your order {{1}} is on its way.", "A-17")),
                template("900003", "paused_offer", "MARKETING", "PAUSED", body("An offer for {{1}} only.", "Ana")),
                template("900004", "refused_offer", "MARKETING", "REJECTED", body("Buy now, {{1}}!!!", "Ana")),
                template(
                        "900005",
                        "plain_news",
                        "MARKETING",
                        "APPROVED",
                        new JsonArray().add(part("BODY", "News today."))));
    }

    private static JsonObject template(String id, String name, String category, String status, JsonArray components) {
        return new JsonObject()
                .put("id", id)
                .put("name", name)
                .put("language", "en_US")
                .put("status", status)
                .put("category", category)
                .put("parameter_format", "POSITIONAL")
                .put("quality_score", new JsonObject().put("score", "GREEN").put("date", 1790000000))
                .put("rejected_reason", status.equals("REJECTED") ? "INVALID_FORMAT" : "NONE")
                .put("components", components);
    }

    private static JsonArray sale() {
        JsonObject header = part("HEADER", "Sale for {{1}}")
                .put("format", "TEXT")
                .put("example", new JsonObject().put("header_text", new JsonArray().add("Ana")));
        JsonObject link = new JsonObject()
                .put("type", "URL")
                .put("text", "Shop")
                .put("url", "https://shop.example/{{1}}")
                .put("example", new JsonArray().add("https://shop.example/pune"));
        JsonObject buttons = new JsonObject()
                .put("type", "BUTTONS")
                .put("buttons", new JsonArray().add(reply("No thanks")).add(link));
        return new JsonArray()
                .add(header)
                .addAll(body("Hello {{1}}, our shop in {{2}} opens {{3}} days before all others.", "Ana", "Pune", "3"))
                .add(part("FOOTER", "Reply STOP to leave"))
                .add(buttons);
    }

    private static JsonArray body(String text, String... examples) {
        JsonArray row = new JsonArray(List.of((Object[]) examples));
        return new JsonArray()
                .add(part("BODY", text).put("example", new JsonObject().put("body_text", new JsonArray().add(row))));
    }

    private static JsonObject reply(String text) {
        return new JsonObject().put("type", "QUICK_REPLY").put("text", text);
    }

    private static JsonObject part(String type, String text) {
        return new JsonObject().put("type", type).put("text", text);
    }
}
