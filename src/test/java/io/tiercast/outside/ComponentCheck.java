package io.tiercast.outside;

import io.tiercast.outside.MessageCheck.Complaint;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether the components of a message are those that its approved template asks for: each that is needed, none that is not, and
 * each with exactly the fields that Meta documents.
 */
final class ComponentCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");
    private static final Pattern UNCLEAN = Pattern.compile("[\\n\\r\\t]| {5}");

    private final boolean named;
    private final List<JsonObject> sent;

    /** Thrown where something is wrong; the first thing counts. */
    private static final class Wrong extends RuntimeException {
        private final Complaint complaint;

        Wrong(int code, String details) {
            super(details, null, false, false);
            this.complaint = new Complaint(code, details);
        }
    }

    private ComponentCheck(boolean named, JsonArray sent) {
        this.named = named;
        this.sent = new ArrayList<>(objects(sent));
    }

    /** The first thing that is wrong, or null. */
    static Complaint complaint(JsonObject template, JsonArray sent) {
        try {
            boolean named = "NAMED".equals(template.getString("parameter_format"));
            check(named, template.getJsonArray("components"), sent);
            return null;
        } catch (Wrong wrong) {
            return wrong.complaint;
        } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            return new Complaint(132012, "A component of another shape: " + e.getMessage());
        }
    }

    private static void check(boolean named, JsonArray approved, JsonArray sent) {
        ComponentCheck check = new ComponentCheck(named, sent);
        String code = check.code(approved);
        objects(approved).forEach(part -> check.part(part, code));
        require(check.sent.isEmpty(), 132000, "Components that the template does not ask for: " + check.sent);
    }

    /** What stands in the body of a one-time password; null if it is none. */
    private String code(JsonArray approved) {
        boolean password = objects(approved).stream()
                .filter(part -> part.getString("type").equals("BUTTONS"))
                .flatMap(part -> objects(part.getJsonArray("buttons")).stream())
                .anyMatch(ComponentCheck::isPassword);
        return password
                ? sent.stream()
                        .filter(component -> "body".equals(component.getString("type")))
                        .map(body ->
                                body.getJsonArray("parameters").getJsonObject(0).getString("text"))
                        .findFirst()
                        .orElse("")
                : null;
    }

    private void part(JsonObject part, String code) {
        switch (part.getString("type")) {
            case "HEADER" -> header(part);
            case "BODY" -> texts("body", part.getString("text"));
            case "FOOTER" -> {
                // Says always the same.
            }
            case "BUTTONS" -> buttons(part.getJsonArray("buttons"), code);
            case "LIMITED_TIME_OFFER" -> offer(part.getJsonObject("limited_time_offer"));
            case "CAROUSEL" -> carousel(part.getJsonArray("cards"));
            default -> throw new Wrong(131008, "Unknown part " + part.getString("type"));
        }
    }

    private void header(JsonObject part) {
        String format = part.getString("format");
        if (format.equals("TEXT")) {
            texts("header", part.getString("text"));
            return;
        }
        JsonObject component = taken("header", null);
        fields(component, Set.of("type", "parameters"));
        String type = format.toLowerCase(Locale.ROOT);
        JsonObject parameter = only(component, type);
        fields(parameter, Set.of("type", type));
        JsonObject value = parameter.getJsonObject(type);
        switch (format) {
            case "LOCATION" -> location(value);
            case "PRODUCT" -> {
                fields(value, Set.of("product_retailer_id", "catalog_id"));
                text(value, "product_retailer_id", 100);
                text(value, "catalog_id", 30);
            }
            default -> media(value, format);
        }
    }

    private static void media(JsonObject media, String format) {
        Set<String> allowed = new HashSet<>(Set.of("id", "link"));
        if (format.equals("DOCUMENT")) {
            allowed.add("filename");
        }
        fields(media, allowed);
        require(media.containsKey("id") != media.containsKey("link"), 131008, "Media need an id or a link");
        require(!media.containsKey("link") || media.getString("link").startsWith("https://"), 131009, "No https link");
        require(!media.containsKey("id") || media.getString("id").matches("[0-9]+"), 131009, "No id of media");
    }

    private static void location(JsonObject location) {
        fields(location, Set.of("latitude", "longitude", "name", "address"));
        require(Math.abs(Double.parseDouble(location.getString("latitude"))) <= 90, 131009, "latitude");
        require(Math.abs(Double.parseDouble(location.getString("longitude"))) <= 180, 131009, "longitude");
        text(location, "name", 1000);
        text(location, "address", 1000);
    }

    private void texts(String type, String approved) {
        List<String> names = PLACEHOLDER
                .matcher(approved)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return;
        }
        JsonObject component = taken(type, null);
        fields(component, Set.of("type", "parameters"));
        List<JsonObject> parameters = objects(component.getJsonArray("parameters"));
        require(parameters.size() == names.size(), 132000, type + ": " + parameters.size() + " of " + names.size());
        parameters.forEach(parameter -> text(type, parameter));
        List<String> given =
                parameters.stream().map(p -> p.getString("parameter_name")).toList();
        require(
                named
                        ? Set.copyOf(names).equals(new HashSet<>(given))
                        : given.stream().allMatch(n -> n == null),
                132012,
                type + ": names of parameters " + given);
    }

    private static void text(String place, JsonObject parameter) {
        fields(parameter, Set.of("type", "text", "parameter_name"));
        require("text".equals(parameter.getString("type")), 132012, place + ": no text");
        String text = parameter.getString("text");
        require(text != null && !text.isBlank(), 131008, place + ": a parameter without a text");
        require(
                !UNCLEAN.matcher(text).find() && text.length() <= 1024,
                132018,
                place + ": line ends, tabs, too many spaces or too long");
    }

    private void offer(JsonObject offer) {
        if (offer.getBoolean("has_expiration", false)) {
            JsonObject component = taken("limited_time_offer", null);
            fields(component, Set.of("type", "parameters"));
            JsonObject value = only(component, "limited_time_offer").getJsonObject("limited_time_offer");
            fields(value, Set.of("expiration_time_ms"));
            require(value.getLong("expiration_time_ms") > System.currentTimeMillis(), 131009, "an end in the past");
        }
    }

    private void carousel(JsonArray approved) {
        JsonObject component = taken("carousel", null);
        fields(component, Set.of("type", "cards"));
        JsonArray cards = component.getJsonArray("cards");
        require(cards.size() == approved.size(), 132000, cards.size() + " cards instead of " + approved.size());
        for (int i = 0; i < cards.size(); i++) {
            JsonObject card = cards.getJsonObject(i);
            fields(card, Set.of("card_index", "components"));
            require(card.getInteger("card_index") == i, 132012, "card_index " + card.getInteger("card_index"));
            check(named, approved.getJsonObject(i).getJsonArray("components"), card.getJsonArray("components"));
        }
    }

    private void buttons(JsonArray buttons, String code) {
        for (int i = 0; i < buttons.size(); i++) {
            button(i, buttons.getJsonObject(i), code);
        }
    }

    private void button(int index, JsonObject button, String code) {
        String type = button.getString("type");
        if (isPassword(button)) {
            String sentCode = only(buttonOf(index, "url"), "text").getString("text");
            require(sentCode.equals(code) && code.length() <= 15, 132012, "button " + index + ": not the body's code");
        } else if (type.equals("URL")
                && PLACEHOLDER.matcher(button.getString("url")).find()) {
            text("button " + index, only(buttonOf(index, "url"), "text"));
        } else if (type.equals("COPY_CODE")) {
            text(only(buttonOf(index, "copy_code"), "coupon_code"), "coupon_code", 20);
        } else if (type.equals("QUICK_REPLY") && isSent(index)) {
            text(only(buttonOf(index, "quick_reply"), "payload"), "payload", 256);
        } else if (type.equals("CATALOG") && isSent(index)) {
            text(
                    action(index, "CATALOG", Set.of("thumbnail_product_retailer_id")),
                    "thumbnail_product_retailer_id",
                    100);
        } else if (type.equals("FLOW")) {
            JsonObject action = action(index, "flow", Set.of("flow_token", "flow_action_data"));
            text(action, "flow_token", 200);
            action.getJsonObject("flow_action_data", new JsonObject());
        } else if (type.equals("MPM")) {
            products(action(index, "mpm", Set.of("thumbnail_product_retailer_id", "sections")));
        }
    }

    private static void products(JsonObject action) {
        text(action, "thumbnail_product_retailer_id", 100);
        List<JsonObject> sections = objects(action.getJsonArray("sections"));
        require(!sections.isEmpty() && sections.size() <= 10, 131009, sections.size() + " sections");
        int items = 0;
        for (JsonObject section : sections) {
            fields(section, Set.of("title", "product_items"));
            text(section, "title", 24);
            items += section.getJsonArray("product_items").size();
            objects(section.getJsonArray("product_items")).forEach(item -> text(item, "product_retailer_id", 100));
        }
        require(items > 0 && items <= 30, 131009, items + " products");
    }

    private JsonObject action(int index, String subType, Set<String> fields) {
        JsonObject action = only(buttonOf(index, subType), "action").getJsonObject("action");
        fields(action, fields);
        return action;
    }

    private static boolean isPassword(JsonObject button) {
        return button.getString("type").equals("OTP")
                || button.getString("url", "").startsWith("https://www.whatsapp.com/otp/");
    }

    private boolean isSent(int index) {
        return sent.stream().anyMatch(component -> isAt(component, "button", index));
    }

    private JsonObject buttonOf(int index, String subType) {
        JsonObject button = taken("button", index);
        fields(button, Set.of("type", "sub_type", "index", "parameters"));
        require(subType.equals(button.getString("sub_type")), 132012, "button " + index + ": sub_type");
        return button;
    }

    private JsonObject taken(String type, Integer index) {
        List<JsonObject> found =
                sent.stream().filter(component -> isAt(component, type, index)).toList();
        String what = index == null ? type : type + " " + index;
        require(found.size() == 1, 132000, found.size() + " components for " + what);
        sent.remove(found.get(0));
        return found.get(0);
    }

    /** Meta shows the index both as a string and as a number. */
    private static boolean isAt(JsonObject component, String type, Integer index) {
        Object at = component.getValue("index");
        return type.equals(component.getString("type"))
                && (index == null ? at == null : at != null && at.toString().equals(index.toString()));
    }

    private static JsonObject only(JsonObject component, String type) {
        JsonArray parameters = component.getJsonArray("parameters");
        require(parameters.size() == 1, 132000, parameters.size() + " parameters in " + component.encode());
        JsonObject parameter = parameters.getJsonObject(0);
        require(type.equals(parameter.getString("type")), 132012, "no parameter of type " + type);
        return parameter;
    }

    private static void text(JsonObject object, String field, int longest) {
        String text = object.getString(field);
        require(text != null && !text.isBlank() && text.length() <= longest, 131009, field + " in " + object.encode());
    }

    private static void fields(JsonObject object, Set<String> allowed) {
        require(allowed.containsAll(object.fieldNames()), 100, "Unexpected key among " + object.fieldNames());
    }

    private static void require(boolean right, int code, String details) {
        if (!right) {
            throw new Wrong(code, details);
        }
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array == null
                ? List.of()
                : array.stream().map(JsonObject.class::cast).toList();
    }
}
