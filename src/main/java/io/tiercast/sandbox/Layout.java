package io.tiercast.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a template, or a card of a carousel, is made of.
 *
 * @param header null if it has none
 * @param body null if it has none, as some cards
 * @param countdown whether it has an offer whose end WhatsApp counts down to
 */
record Layout(Part header, Part body, boolean countdown, List<Button> buttons, List<Layout> cards) {

    /**
     * @param format {@code TEXT}, {@code IMAGE}, {@code VIDEO}, {@code DOCUMENT} …
     * @param fixedLength characters without the variables
     */
    record Part(String format, String text, Set<String> variables, int fixedLength) {

        boolean isText() {
            return format.equals("TEXT");
        }
    }

    /**
     * @param type {@code URL}, {@code QUICK_REPLY}, {@code COPY_CODE} …
     * @param needed whether it needs a component of its own in each message
     */
    record Button(String type, String label, boolean needed) {

        boolean isQuickReply() {
            return type.equals("QUICK_REPLY");
        }

        boolean isLink() {
            return type.equals("URL");
        }
    }

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Set<String> ALWAYS_NEEDED = Set.of("COPY_CODE", "OTP", "FLOW", "MPM");

    static Layout of(JsonArray components) {
        JsonObject offer = component(components, "LIMITED_TIME_OFFER");
        return new Layout(
                part(component(components, "HEADER")),
                part(component(components, "BODY")),
                offer != null && offer.getJsonObject("limited_time_offer").getBoolean("has_expiration", false),
                buttons(component(components, "BUTTONS")),
                cards(component(components, "CAROUSEL")));
    }

    private static JsonObject component(JsonArray components, String type) {
        return objects(components).stream()
                .filter(component -> type.equals(component.getString("type")))
                .findFirst()
                .orElse(null);
    }

    private static Part part(JsonObject component) {
        if (component == null) {
            return null;
        }
        String text = component.getString("text", "");
        return new Part(
                component.getString("format", "TEXT"),
                text,
                variables(text),
                VARIABLE.matcher(text).replaceAll("").length());
    }

    private static List<Button> buttons(JsonObject component) {
        return component == null
                ? List.of()
                : objects(component.getJsonArray("buttons")).stream()
                        .map(Layout::button)
                        .toList();
    }

    private static List<Layout> cards(JsonObject carousel) {
        return carousel == null
                ? List.of()
                : objects(carousel.getJsonArray("cards")).stream()
                        .map(card -> of(card.getJsonArray("components")))
                        .toList();
    }

    private static Button button(JsonObject button) {
        String type = button.getString("type");
        boolean needed = ALWAYS_NEEDED.contains(type)
                || type.equals("URL") && !variables(button.getString("url")).isEmpty();
        return new Button(type, Objects.requireNonNullElse(button.getString("text"), type), needed);
    }

    static Set<String> variables(String text) {
        Set<String> names = new LinkedHashSet<>();
        VARIABLE.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(names::add);
        return names;
    }

    static List<JsonObject> objects(JsonArray array) {
        return array == null
                ? List.of()
                : array.stream().map(JsonObject.class::cast).toList();
    }
}
