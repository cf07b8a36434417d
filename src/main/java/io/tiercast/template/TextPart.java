package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with variables in double braces.
 *
 * @param placeholders each once: positional ones by number, named ones as they appear
 */
record TextPart(String text, List<Placeholder> placeholders) {

    static final TextPart NONE = new TextPart("", List.of());

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]{1,80})\\s*}}");

    /** @param component the header or body as Meta writes it, with its examples under {@code header_…} or {@code body_…} */
    static TextPart of(JsonNode component, String place) {
        String text = component.path("text").asText("");
        JsonNode example = component.path("example");
        List<Placeholder> placeholders = PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .map(name -> new Placeholder(name, example(example, place, name)))
                .sorted(Comparator.comparingInt(Placeholder::position))
                .toList();
        return new TextPart(text, placeholders);
    }

    List<TemplateVariable> variables(String prefix, VariableKind kind) {
        return placeholders.stream()
                .map(placeholder -> TemplateVariable.needed(prefix + placeholder.name(), placeholder.example(), kind))
                .toList();
    }

    /** Empty for a text without variables. @param longest characters that it may have with its variables filled in */
    Optional<LimitedText> limited(String prefix, int longest) {
        Map<String, Integer> times = new TreeMap<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> times.merge(prefix + match.group(1), 1, Integer::sum));
        String fixed = PLACEHOLDER.matcher(text).replaceAll("");
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(new LimitedText(times, longest - fixed.codePointCount(0, fixed.length())));
    }

    void send(SlottedJson json, String component, String prefix) {
        if (placeholders.isEmpty()) {
            return;
        }
        json.item("{\"type\":\"" + component + "\",\"parameters\":[");
        placeholders.forEach(placeholder -> {
            json.item("{\"type\":\"text\",");
            if (placeholder.named()) {
                json.add("\"parameter_name\":").quote(placeholder.name()).add(",");
            }
            json.text("text", prefix + placeholder.name()).add("}");
        });
        json.add("]}");
    }

    boolean named() {
        return placeholders.stream().anyMatch(Placeholder::named);
    }

    static boolean hasPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    /** The text with each variable replaced by what the function gives for its name. */
    static String fill(String text, Function<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
    }

    /** Variables without a value are shown with their example, or else as they stand in the template. */
    String filled(String prefix, Map<String, String> values) {
        return fill(text, name -> values.getOrDefault(prefix + name, shown(name)));
    }

    private String shown(String name) {
        return placeholders.stream()
                .filter(placeholder -> placeholder.name().equals(name) && placeholder.example() != null)
                .map(Placeholder::example)
                .findFirst()
                .orElse("{{" + name + "}}");
    }

    /** Positional examples are a list in a header, and a list of one list in a body. */
    private static String example(JsonNode example, String place, String name) {
        for (JsonNode named : example.path(place + "_text_named_params")) {
            if (named.path("param_name").asText().equals(name)) {
                return named.path("example").asText(null);
            }
        }
        JsonNode list = example.path(place + "_text");
        JsonNode flat = list.path(0).isArray() ? list.path(0) : list;
        int position = new Placeholder(name, null).position();
        return position == 0 ? null : flat.path(position - 1).asText(null);
    }
}
