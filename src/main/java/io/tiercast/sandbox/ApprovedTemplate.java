package io.tiercast.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A template as the business submitted it, read once for quick checks.
 *
 * @param header null if it has none
 * @param source as the template list shows it
 */
record ApprovedTemplate(
        String name,
        String language,
        String category,
        String status,
        boolean named,
        Part header,
        Part body,
        List<Button> buttons,
        JsonObject source) {

    /**
     * @param format {@code TEXT}, {@code IMAGE}, {@code VIDEO}, {@code DOCUMENT} …
     * @param fixedLength characters without the variables
     */
    record Part(String format, String text, Set<String> variables, int fixedLength) {

        boolean isText() {
            return format.equals("TEXT");
        }
    }

    /** @param type {@code URL}, {@code QUICK_REPLY}, {@code COPY_CODE} … */
    record Button(String type, String label, boolean variable) {

        boolean isQuickReply() {
            return type.equals("QUICK_REPLY");
        }
    }

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    static ApprovedTemplate of(JsonObject source) {
        JsonArray components = source.getJsonArray("components");
        return new ApprovedTemplate(
                source.getString("name"),
                source.getString("language"),
                source.getString("category"),
                source.getString("status"),
                "NAMED".equals(source.getString("parameter_format")),
                part(component(components, "HEADER")),
                part(component(components, "BODY")),
                buttons(component(components, "BUTTONS")),
                source);
    }

    boolean isMarketing() {
        return category.equals("MARKETING");
    }

    private static JsonObject component(JsonArray components, String type) {
        return components.stream()
                .map(JsonObject.class::cast)
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
        if (component == null) {
            return List.of();
        }
        return component.getJsonArray("buttons").stream()
                .map(JsonObject.class::cast)
                .map(ApprovedTemplate::button)
                .toList();
    }

    private static Button button(JsonObject button) {
        String type = button.getString("type");
        boolean variable = type.equals("COPY_CODE")
                || type.equals("URL") && !variables(button.getString("url")).isEmpty();
        return new Button(type, button.getString("text"), variable);
    }

    private static Set<String> variables(String text) {
        Set<String> names = new LinkedHashSet<>();
        VARIABLE.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(names::add);
        return names;
    }
}
