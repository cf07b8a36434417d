package io.tiercast.sandbox;

import static io.tiercast.sandbox.Layout.objects;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** What Meta checks at once when a template is submitted; the rest is for its review. */
final class SubmissionCheck {

    private static final Set<String> CATEGORIES = Set.of("MARKETING", "UTILITY", "AUTHENTICATION");
    private static final Set<String> MEDIA = Set.of("IMAGE", "VIDEO", "DOCUMENT");
    private static final int LONGEST_BODY = 1_024;
    private static final int SMALL = 60;
    private static final int MOST_BUTTONS = 10;

    private SubmissionCheck() {}

    /** @throws Refusal as the Graph API would answer */
    static void check(JsonObject submitted) {
        try {
            read(submitted);
        } catch (ClassCastException | NullPointerException e) {
            throw Refusal.template(2388040, "A field is missing or has the wrong type.");
        }
    }

    private static void read(JsonObject submitted) {
        if (!submitted.getString("name").matches("[a-z0-9_]{1,512}")) {
            throw Refusal.template(2388040, "The name may hold small letters, digits and underscores only.");
        }
        if (!submitted.getString("language").matches("[a-z]{2,3}(_[A-Z]{2,4})?")) {
            throw Refusal.template(2388040, "The language is not supported.");
        }
        if (!CATEGORIES.contains(submitted.getString("category"))) {
            throw Refusal.template(2388040, "The category is not supported.");
        }
        List<JsonObject> components = objects(submitted.getJsonArray("components"));
        if (components.stream().noneMatch(component -> "BODY".equals(component.getString("type")))) {
            throw Refusal.template(2388043, "The component of type BODY is missing.");
        }
        boolean authentication = submitted.getString("category").equals("AUTHENTICATION");
        components.forEach(component -> check(component, authentication));
        Layout.of(submitted.getJsonArray("components")); // what is kept must be readable at each start
    }

    private static void check(JsonObject component, boolean authentication) {
        String text = component.getString("text", "");
        switch (component.getString("type")) {
            case "HEADER" -> {
                requireLength(text, SMALL, 2388047, "header");
                requireExamples(text, component.getJsonObject("example"), "header");
                requireHandle(component);
            }
            case "BODY" -> {
                requireLength(text, LONGEST_BODY, 2388040, "body");
                requireExamples(text, component.getJsonObject("example"), "body");
                if (!authentication
                        && (text.isBlank()
                                || text.strip().startsWith("{{")
                                || text.strip().endsWith("}}"))) {
                    throw Refusal.template(2388299, "Variables can't be at the start or end of the template.");
                }
            }
            case "FOOTER" -> requireLength(text, SMALL, 2388073, "footer");
            case "BUTTONS" -> {
                if (component.getJsonArray("buttons").size() > MOST_BUTTONS) {
                    throw Refusal.template(2388040, "There are too many buttons.");
                }
            }
            case "CAROUSEL" ->
                objects(component.getJsonArray("cards")).stream()
                        .flatMap(card -> objects(card.getJsonArray("components")).stream())
                        .forEach(SubmissionCheck::requireHandle);
            case "LIMITED_TIME_OFFER" -> {}
            default -> throw Refusal.template(2388040, "The component type is not supported.");
        }
    }

    /** Of a resumable upload; what Meta lists as an address may be sent back. */
    private static void requireHandle(JsonObject component) {
        if (!MEDIA.contains(component.getString("format", "TEXT"))) {
            return;
        }
        JsonObject example = component.getJsonObject("example", new JsonObject());
        String handle = example.getJsonArray("header_handle", new JsonArray()).stream()
                .map(Object::toString)
                .findFirst()
                .orElse("");
        if (!handle.startsWith("4::") && !handle.startsWith("https://")) {
            throw Refusal.template(2388273, "The header needs a sample that was uploaded.");
        }
    }

    private static void requireLength(String text, int most, int subcode, String part) {
        if (text.length() > most) {
            throw Refusal.template(subcode, "The " + part + " is longer than " + most + " characters.");
        }
    }

    private static void requireExamples(String text, JsonObject example, String part) {
        boolean given = example != null
                && (example.containsKey(part + "_text") || example.containsKey(part + "_text_named_params"));
        if (!Layout.variables(text).isEmpty() && !given) {
            throw Refusal.template(2388043, "The " + part + " has variables without an example.");
        }
    }
}
