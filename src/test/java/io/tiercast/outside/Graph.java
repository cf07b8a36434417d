package io.tiercast.outside;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** What can be read: the number, the account, its templates page by page. Only the fields that were asked for, as Graph does it. */
public final class Graph {

    /** Less than any client asks for, so that every list has several pages. */
    private static final int PAGE = 2;

    private final Account account;
    private final JsonObject number;
    private final JsonObject waba;

    public Graph(Account account) {
        this.account = account;
        this.number = new JsonObject()
                .put("id", account.phoneNumberId())
                .put("display_phone_number", account.displayPhoneNumber())
                .put("verified_name", "Outside Ltd")
                .put("status", "CONNECTED")
                .put("quality_rating", "GREEN")
                .put("name_status", "APPROVED")
                .put("code_verification_status", "VERIFIED")
                .put("throughput", new JsonObject().put("level", "STANDARD"))
                .put("platform_type", "CLOUD_API")
                .put("account_mode", "LIVE")
                .put("is_official_business_account", false)
                .put("whatsapp_business_manager_messaging_limit", account.messagingLimit())
                .put("health_status", new JsonObject().put("can_send_message", "AVAILABLE"));
        this.waba = new JsonObject()
                .put("id", account.wabaId())
                .put("name", "Outside")
                .put("status", "ACTIVE")
                .put("currency", "INR")
                .put("timezone_id", "71")
                .put("country", "IN")
                .put("account_review_status", "APPROVED")
                .put("business_verification_status", "verified")
                .put("ownership_type", "SELF")
                .put("message_template_namespace", "ns")
                .put(
                        "owner_business_info",
                        new JsonObject().put("id", account.portfolioId()).put("name", "Outside Ltd"))
                .put("whatsapp_business_manager_messaging_limit", account.messagingLimit())
                .put("health_status", new JsonObject().put("can_send_message", "AVAILABLE"))
                .put("marketing_messages_onboarding_status", "INELIGIBLE");
    }

    /** @param path split at its slashes: an empty part, the version, the id, and perhaps an edge */
    public GraphResponse get(String[] path, MultiMap query) {
        if (path.length == 4 && path[2].equals(account.wabaId())) {
            return switch (path[3]) {
                case "message_templates" -> templates(query);
                case "phone_numbers" -> GraphResponse.ok(new JsonObject().put("data", new JsonArray().add(number)));
                default -> GraphResponse.refusal(100, "Nonexisting edge " + path[3]);
            };
        }
        if (path.length == 3 && path[2].equals(account.phoneNumberId())) {
            return object(number, query, "id,display_phone_number,verified_name,quality_rating");
        }
        if (path.length == 3 && path[2].equals(account.wabaId())) {
            return object(waba, query, "id,name,currency,timezone_id,message_template_namespace");
        }
        return GraphResponse.refusal(100, "Object does not exist, or cannot be loaded due to missing permissions");
    }

    private static GraphResponse object(JsonObject object, MultiMap query, String defaults) {
        String fields = query.contains("fields") ? query.get("fields") : defaults;
        for (String field : fields.split(",")) {
            if (!object.containsKey(field)) {
                return GraphResponse.refusal(100, "Tried accessing nonexisting field (" + field + ")");
            }
        }
        return GraphResponse.ok(selected(object, fields));
    }

    private GraphResponse templates(MultiMap query) {
        int from = query.contains("after") ? cursor(query.get("after")) : 0;
        if (from < 0) {
            return GraphResponse.refusal(131059, "Invalid cursor");
        }
        List<JsonObject> matching = account.templates().stream()
                .filter(t -> Set.of("", t.getString("name")).contains(query.contains("name") ? query.get("name") : ""))
                .toList();
        int to = Math.min(from + PAGE, matching.size());
        String fields = query.contains("fields") ? query.get("fields") : "name,language,status,category,components,id";
        JsonArray data = new JsonArray();
        matching.subList(Math.min(from, to), to).forEach(t -> data.add(selected(t, fields)));
        JsonObject cursors = new JsonObject().put("before", "at-" + from).put("after", "at-" + to);
        JsonObject paging = new JsonObject().put("cursors", cursors);
        if (to < matching.size()) {
            paging.put("next", "https://graph.example/next?after=at-" + to);
        }
        return GraphResponse.ok(new JsonObject().put("data", data).put("paging", paging));
    }

    private static JsonObject selected(JsonObject object, String fields) {
        JsonObject selected = new JsonObject().put("id", object.getString("id"));
        for (String field : fields.split(",")) {
            if (object.containsKey(field)) {
                selected.put(field, object.getValue(field));
            }
        }
        return selected;
    }

    private static int cursor(String text) {
        return text.matches("at-[0-9]{1,6}") ? Integer.parseInt(text.substring(3)) : -1;
    }
}
