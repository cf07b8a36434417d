package io.tiercast.provider;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what stands at a JSON pointer, without trusting its type. */
final class Place {

    /** A JSON pointer; empty for the whole. */
    static final String POINTER = "^(/[^/]{0,200}){0,20}$";

    static final String MESSAGE = "must be a JSON pointer such as /messages/0/id";

    private Place() {}

    /** Null where there is none. */
    static String text(JsonNode json, String pointer) {
        JsonNode found = pointer == null ? null : json.at(pointer);
        boolean text = found != null
                && found.isValueNode()
                && !found.isNull()
                && !found.asText().isBlank();
        return text ? found.asText().replace("\0", "") : null;
    }
}
