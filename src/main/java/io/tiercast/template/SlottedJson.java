package io.tiercast.template;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Writes JSON text with slots in it. */
final class SlottedJson {

    private final List<String> literals = new ArrayList<>();
    private final List<String> slots = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

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

    SlottedJson slot(String key) {
        literals.add(literal.toString());
        literal.setLength(0);
        slots.add(key);
        return this;
    }

    CompiledTemplate compiled() {
        literals.add(literal.toString());
        return new CompiledTemplate(List.copyOf(literals), List.copyOf(slots));
    }
}
