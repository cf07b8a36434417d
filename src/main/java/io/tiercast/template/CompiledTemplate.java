package io.tiercast.template;

import java.util.List;

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

    /**
     * The JSON text of the {@code template} object.
     *
     * @param values one for each slot, in the order of the slots
     */
    public String render(List<String> values) {
        if (values.size() != slots.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + slots.size() + " slots");
        }
        StringBuilder json = new StringBuilder(length());
        for (int i = 0; i < slots.size(); i++) {
            String literal = literals.get(i);
            json.append(literal);
            // Behind an opening brace the slot is a media object, which may be named by id or by address; behind a
            // colon a
            // number, an object or a list, of which the database has seen to it that it is one.
            if (literal.endsWith("{")) {
                appendMedia(values.get(i), json);
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
