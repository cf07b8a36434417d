package io.tiercast.sandbox;

import static io.tiercast.sandbox.Layout.objects;
import static io.tiercast.sandbox.SendRequest.required;
import static io.tiercast.sandbox.TemplateCheck.parameters;

import io.tiercast.sandbox.Layout.Button;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** The buttons of a message, or of one card. */
final class ButtonCheck {

    private static final int MAX_SECTIONS = 10;
    private static final int MAX_PRODUCTS = 30;
    private static final int MAX_TITLE = 24;

    private ButtonCheck() {}

    static void check(List<Button> approved, List<JsonObject> components) {
        for (int i = 0; i < approved.size(); i++) {
            JsonObject sent = at(components, i);
            if (sent == null && approved.get(i).needed()) {
                throw Refusal.of(
                        131008,
                        "buttons: Button at index " + i + " of type "
                                + approved.get(i).type() + " requires a parameter");
            }
        }
        for (JsonObject component : components) {
            if ("button".equals(component.getString("type"))) {
                checkOne(index(component), component, approved);
            }
        }
    }

    /** Null if nothing was sent for it. */
    static JsonObject at(List<JsonObject> components, int index) {
        return components.stream()
                .filter(component -> "button".equals(component.getString("type")))
                .filter(component -> index(component) == index)
                .findFirst()
                .orElse(null);
    }

    /** Meta's own pages show it as a string and as a number. */
    static int index(JsonObject component) {
        try {
            return Integer.parseInt(String.valueOf(component.getValue("index")));
        } catch (NumberFormatException e) {
            throw Refusal.of(131008, "The parameter index is required");
        }
    }

    private static void checkOne(int index, JsonObject sent, List<Button> approved) {
        String type = required(sent.getString("sub_type"), "sub_type").toUpperCase(Locale.ROOT);
        if (index < 0
                || index >= approved.size()
                || !sentAs(approved.get(index)).equals(type)) {
            throw Refusal.of(132012, "buttons: there is no button of type " + type + " at index " + index);
        }
        if (type.equals("URL") && !approved.get(index).needed()) {
            throw Refusal.of(132000, "buttons: Button at index " + index + " does not require parameters");
        }
        List<JsonObject> parameters = parameters(sent);
        if (parameters.size() != 1) {
            throw Refusal.of(131008, "buttons: Button at index " + index + " of type " + type + " needs one parameter");
        }
        checkParameter(type, parameters.get(0));
    }

    /** A one-time password is sent as if its button were a link. */
    private static String sentAs(Button button) {
        return button.type().equals("OTP") ? "URL" : button.type();
    }

    private static void checkParameter(String type, JsonObject parameter) {
        switch (type) {
            case "URL" -> Parameters.checkText("buttons", parameter);
            case "COPY_CODE" -> Parameters.checkCoupon(parameter);
            case "QUICK_REPLY" -> required(parameter.getString("payload"), "payload");
            case "FLOW" -> {
                JsonObject action = action(parameter);
                required(action.getString("flow_token"), "flow_token");
                action.getJsonObject("flow_action_data");
            }
            case "CATALOG" ->
                required(action(parameter).getString("thumbnail_product_retailer_id"), "thumbnail_product_retailer_id");
            case "MPM" -> checkProducts(action(parameter));
            default -> throw Refusal.of(132000, "buttons: a button of type " + type + " takes no parameters");
        }
    }

    private static JsonObject action(JsonObject parameter) {
        if (!"action".equals(parameter.getString("type"))) {
            throw Refusal.of(132012, "buttons: expected a parameter of type action");
        }
        return required(parameter.getJsonObject("action"), "action");
    }

    private static void checkProducts(JsonObject action) {
        required(action.getString("thumbnail_product_retailer_id"), "thumbnail_product_retailer_id");
        JsonArray sections = required(action.getJsonArray("sections"), "sections");
        int products = 0;
        for (JsonObject section : objects(sections)) {
            List<JsonObject> items = objects(section.getJsonArray("product_items"));
            items.forEach(item -> required(item.getString("product_retailer_id"), "product_retailer_id"));
            products += items.size();
            if (required(section.getString("title"), "title").length() > MAX_TITLE || items.isEmpty()) {
                throw Refusal.of(131009, "sections: a title too long, or no products");
            }
        }
        if (sections.isEmpty() || sections.size() > MAX_SECTIONS || products > MAX_PRODUCTS) {
            throw Refusal.of(131009, "sections: too many or too few sections or products");
        }
    }
}
