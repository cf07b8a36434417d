package io.tiercast.template.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The buttons of a template. */
final class ButtonRules {

    private static final int MOST = 10;
    private static final int LABEL = 25;
    private static final int URL = 2_000;
    private static final int PHONE = 20;
    private static final int CODE = 20;
    private static final int CODE_OF_AN_OFFER = 15;

    private static final Set<String> TYPES =
            Set.of("QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "FLOW", "CATALOG", "MPM", "SPM", "VOICE_CALL");

    private static final Map<String, Integer> MOST_OF_A_TYPE =
            Map.of("URL", 2, "PHONE_NUMBER", 1, "COPY_CODE", 1, "FLOW", 1, "CATALOG", 1, "MPM", 1, "SPM", 1);

    private ButtonRules() {}

    static void check(Faults faults, String at, JsonNode buttons, boolean offer) {
        faults.unless(
                buttons.isArray() && !buttons.isEmpty() && buttons.size() <= MOST,
                at + ".buttons",
                "must be 1 to " + MOST + " buttons");
        List<String> types = types(buttons);
        MOST_OF_A_TYPE.forEach((type, most) -> faults.unless(
                Collections.frequency(types, type) <= most,
                at + ".buttons",
                "may have " + most + " of type " + type + " at most"));
        faults.unless(
                repliesAreTogether(types),
                at + ".buttons",
                "quick replies must stand together, before or behind the rest");
        for (int i = 0; i < buttons.size(); i++) {
            one(faults, at + ".buttons[" + i + "]", buttons.get(i), offer ? CODE_OF_AN_OFFER : CODE);
        }
    }

    static List<String> types(JsonNode buttons) {
        List<String> types = new ArrayList<>();
        buttons.forEach(button -> types.add(button.path("type").asText("")));
        return types;
    }

    static boolean linkIsLast(JsonNode buttons) {
        List<String> types = types(buttons);
        return types.equals(List.of("URL")) || types.equals(List.of("COPY_CODE", "URL"));
    }

    private static boolean repliesAreTogether(List<String> types) {
        int first = types.indexOf("QUICK_REPLY");
        int last = types.lastIndexOf("QUICK_REPLY");
        boolean together = first < 0 || types.subList(first, last + 1).stream().allMatch("QUICK_REPLY"::equals);
        return together && (first <= 0 || last == types.size() - 1);
    }

    private static void one(Faults faults, String at, JsonNode button, int longestCode) {
        String type = button.path("type").asText("");
        faults.unless(TYPES.contains(type), at + ".type", "must be one of " + String.join(", ", new TreeSet<>(TYPES)));
        if (!type.equals("COPY_CODE")) {
            TextRules.length(faults, at + ".text", button.path("text").asText(""), LABEL);
        }
        switch (type) {
            case "URL" -> url(faults, at, button);
            case "PHONE_NUMBER" ->
                TextRules.length(
                        faults,
                        at + ".phone_number",
                        button.path("phone_number").asText(""),
                        PHONE);
            case "COPY_CODE" -> TextRules.length(faults, at + ".example", example(button), longestCode);
            case "FLOW" ->
                faults.unless(
                        button.has("flow_id") || button.has("flow_name") || button.has("flow_json"),
                        at + ".flow_id",
                        "is needed");
            default -> {
                // The label is all.
            }
        }
    }

    private static void url(Faults faults, String at, JsonNode button) {
        String url = button.path("url").asText("");
        TextRules.length(faults, at + ".url", url, URL);
        faults.unless(url.matches("https?://[^/\\s{}].*"), at + ".url", "must be an address with http:// or https://");
        List<String> variables = TextRules.variables(url);
        if (!variables.isEmpty()) {
            faults.unless(
                    variables.size() == 1 && url.endsWith("}}"), at + ".url", "may have one variable, at its end");
            faults.unless(!example(button).isBlank(), at + ".example", "needs an example of the whole address");
        }
    }

    private static String example(JsonNode button) {
        JsonNode example = button.path("example");
        return (example.isArray() ? example.path(0) : example).asText("");
    }
}
