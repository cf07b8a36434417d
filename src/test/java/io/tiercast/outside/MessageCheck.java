package io.tiercast.outside;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/** Reads a template message as strictly as Meta may: what is missing, too much, or of another shape is a complaint. */
final class MessageCheck {

    record Complaint(int code, String details) {}

    private static final Set<String> FIELDS = Set.of(
            "messaging_product", "recipient_type", "to", "type", "template", "context", "biz_opaque_callback_data");
    private static final Set<String> MARKETING_FIELDS = Set.of(
            "messaging_product",
            "recipient_type",
            "to",
            "type",
            "template",
            "biz_opaque_callback_data",
            "product_policy",
            "message_activity_sharing");
    private static final Set<String> POLICIES = Set.of("CLOUD_API_FALLBACK", "STRICT");
    /** A template that Meta cannot use with its Marketing Messages API, and its code for that: no fault of the sender's. */
    static final String NOT_FOR_MARKETING_API = "not_for_marketing_api";

    static final int UNAVAILABLE = 134102;

    private static final Set<String> TEMPLATE_FIELDS = Set.of("name", "language", "components");

    private final Account account;

    MessageCheck(Account account) {
        this.account = account;
    }

    /** The first thing that is wrong, or null. */
    Complaint complaint(String edge, JsonObject message) {
        boolean marketing = edge.equals("marketing_messages");
        Complaint envelope = envelope(message, marketing ? MARKETING_FIELDS : FIELDS);
        return envelope != null ? envelope : template(message.getJsonObject("template"), marketing);
    }

    private static Complaint envelope(JsonObject message, Set<String> fields) {
        if (!fields.containsAll(message.fieldNames())) {
            return new Complaint(100, "Unexpected key among " + message.fieldNames());
        }
        if (!"whatsapp".equals(message.getString("messaging_product"))
                || !"individual".equals(message.getString("recipient_type", "individual"))
                || !"template".equals(message.getString("type"))) {
            return new Complaint(100, "messaging_product, recipient_type or type");
        }
        if (message.getString("to") == null || !message.getString("to").matches("\\+[1-9][0-9]{6,14}")) {
            return new Complaint(131009, "to is not an international number with its plus sign");
        }
        if (message.getString("biz_opaque_callback_data", "").length() > 512) {
            return new Complaint(100, "biz_opaque_callback_data is too long");
        }
        if (!POLICIES.contains(message.getString("product_policy", "STRICT"))) {
            return new Complaint(100, "product_policy");
        }
        return message.containsKey("template") ? null : new Complaint(131008, "template is missing");
    }

    private Complaint template(JsonObject sent, boolean marketing) {
        if (!TEMPLATE_FIELDS.containsAll(sent.fieldNames())) {
            return new Complaint(100, "Unexpected key among " + sent.fieldNames());
        }
        String language = sent.getJsonObject("language", new JsonObject()).getString("code", "");
        JsonObject template =
                account.template(sent.getString("name", ""), language).orElse(null);
        if (template == null) {
            return new Complaint(132001, "Template name does not exist in " + language);
        }
        if (marketing && !template.getString("category").equals("MARKETING")) {
            return new Complaint(134100, "Only marketing messages are supported");
        }
        if (marketing && template.getString("name").equals(NOT_FOR_MARKETING_API)) {
            return new Complaint(UNAVAILABLE, "Template unavailable for use with the Marketing Messages API");
        }
        return switch (template.getString("status")) {
            case "APPROVED" -> ComponentCheck.complaint(template, sent.getJsonArray("components", new JsonArray()));
            case "PAUSED" -> new Complaint(132015, "Template is paused");
            default -> new Complaint(132001, "Template is not approved");
        };
    }
}
