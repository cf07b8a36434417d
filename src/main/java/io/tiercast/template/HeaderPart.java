package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * The header of a template.
 *
 * @param mediaExample address of the media that was shown to the review
 */
record HeaderPart(Format format, TextPart text, String mediaExample) {

    static final HeaderPart NONE = new HeaderPart(Format.NONE, TextPart.NONE, null);

    enum Format {
        NONE,
        TEXT,
        IMAGE,
        VIDEO,
        DOCUMENT,
        OTHER;

        boolean media() {
            return this == IMAGE || this == VIDEO || this == DOCUMENT;
        }
    }

    static HeaderPart of(JsonNode component) {
        Format format = switch (component.path("format").asText("TEXT").toUpperCase(Locale.ROOT)) {
            case "TEXT" -> Format.TEXT;
            case "IMAGE" -> Format.IMAGE;
            case "VIDEO" -> Format.VIDEO;
            case "DOCUMENT" -> Format.DOCUMENT;
            default -> Format.OTHER;
        };
        TextPart text = format == Format.TEXT ? TextPart.of(component, "header") : TextPart.NONE;
        return new HeaderPart(
                format,
                text,
                component.path("example").path("header_handle").path(0).asText(null));
    }
}
