package io.tiercast.template;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes JSON text with slots in it. */
final class SlottedJson {

    private final Set<String> given;
    private final Map<String, String> shown;
    private final List<String> literals = new ArrayList<>();
    private final List<String> slots = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    /**
     * @param given the optional variables that are filled in
     * @param shown the files that everybody gets, by variable
     */
    SlottedJson(Set<String> given, Map<String, String> shown) {
        this.given = given;
        this.shown = shown;
    }

    boolean given(String key) {
        return given.contains(key);
    }

    SlottedJson add(String text) {
        literal.append(text);
        return this;
    }

    /** An element of a list, with a comma unless it is the first. */
    SlottedJson item(String text) {
        char last = literal.charAt(literal.length() - 1);
        return (last == '[' ? this : add(",")).add(text);
    }

    SlottedJson quote(String text) {
        return add(TextNode.valueOf(text).toString());
    }

    /** Where the value stands decides how it is written, see {@link CompiledTemplate#render}. */
    SlottedJson slot(String key) {
        literals.add(literal.toString());
        literal.setLength(0);
        slots.add(key);
        return this;
    }

    /** What a media object holds: a slot, unless everybody gets the same file. */
    SlottedJson media(String key) {
        return shown.containsKey(key) ? add("\"id\":").quote(shown.get(key)) : slot(key);
    }

    /** A field whose text is a variable, without the comma or brace around it. */
    SlottedJson text(String field, String key) {
        return add("\"" + field + "\":\"").slot(key).add("\"");
    }

    SlottedJson header(String parameter) {
        return item("{\"type\":\"header\",\"parameters\":[{\"type\":\"" + parameter + "\",");
    }

    /** @param parameter type of its one parameter, whose content follows */
    SlottedJson button(String subType, String index, String parameter) {
        return item("{\"type\":\"button\",\"sub_type\":\"" + subType + "\",\"index\":" + index
                + ",\"parameters\":[{\"type\":\"" + parameter + "\",");
    }

    SlottedJson endOfComponent() {
        return add("}]}");
    }

    /** Ends what was opened with this text, or takes it back if nothing followed. */
    SlottedJson close(String opening, String closing) {
        if (literal.toString().endsWith(opening)) {
            literal.setLength(literal.length() - opening.length());
            return this;
        }
        return add(closing);
    }

    CompiledTemplate compiled() {
        literals.add(literal.toString());
        return new CompiledTemplate(List.copyOf(literals), List.copyOf(slots));
    }
}
