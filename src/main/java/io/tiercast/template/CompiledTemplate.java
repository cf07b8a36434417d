package io.tiercast.template;

import java.util.List;
import java.util.Map;

/**
 * A template made ready to be sent millions of times: Meta's {@code template} object, cut where a variable's value goes.
 *
 * @param literals the JSON text between the slots, one more than there are slots
 * @param slots the variable of each slot; a variable may have several slots
 */
public record CompiledTemplate(List<String> literals, List<String> slots) {

    private static final int EXPECTED_VALUE = 24;

    public CompiledTemplate {
        if (literals.size() != slots.size() + 1) {
            throw new IllegalArgumentException(literals.size() + " literals around " + slots.size() + " slots");
        }
    }

    /** The same with Meta's ids in the place of the files that everybody gets. @param media Meta's ids of our files */
    public CompiledTemplate showing(Map<String, String> media) {
        List<String> shown = literals;
        for (Map.Entry<String, String> file : media.entrySet()) {
            String name = "\"" + file.getKey() + "\"";
            String id = "\"" + file.getValue() + "\"";
            shown = shown.stream().map(literal -> literal.replace(name, id)).toList();
        }
        return new CompiledTemplate(shown, slots);
    }

    public String render(List<String> values) {
        return render(values, Map.of());
    }

    /**
     * The JSON text of the {@code template} object.
     *
     * @param values one for each slot, in the order of the slots
     * @param media Meta's ids of our files, for values that name one
     */
    public String render(List<String> values, Map<String, String> media) {
        if (values.size() != slots.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + slots.size() + " slots");
        }
        StringBuilder json = new StringBuilder(length());
        for (int i = 0; i < slots.size(); i++) {
            String literal = literals.get(i);
            json.append(literal);
            // Behind an opening brace the slot is a media object, which may be named by id or by address;
            // behind a colon a number, an object or a list, of which the database has seen to it that it is
            // one.
            if (literal.endsWith("{")) {
                appendMedia(media.getOrDefault(values.get(i), values.get(i)), json);
            } else if (literal.endsWith(":")) {
                json.append(values.get(i));
            } else {
                appendEscaped(values.get(i), json);
            }
        }
        return json.append(literals.get(slots.size())).toString();
    }

    private int length() {
        return literals.stream().mapToInt(String::length).sum() + slots.size() * EXPECTED_VALUE;
    }

    private static void appendMedia(String value, StringBuilder json) {
        boolean id = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
        json.append(id ? "\"id\":\"" : "\"link\":\"");
        appendEscaped(value, json);
        json.append('"');
    }

    private static void appendEscaped(String text, StringBuilder json) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else {
                json.append(c);
            }
        }
    }
}
