package io.tiercast.template.rules;

import com.fasterxml.jackson.databind.JsonNode;

/** The header of a template. */
final class HeaderRules {

    private HeaderRules() {}

    static void check(Faults faults, String at, JsonNode header) {
        switch (header.path("format").asText("")) {
            case "TEXT" -> TextRules.header(faults, at, header);
            case "IMAGE", "VIDEO", "DOCUMENT" -> media(faults, at, header);
            case "LOCATION", "PRODUCT" -> {
                // What they show is given with each message.
            }
            default -> faults.add(at + ".format", "must be TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION or PRODUCT");
        }
    }

    static void media(Faults faults, String at, JsonNode header) {
        boolean example =
                !header.path("example").path("header_handle").path(0).asText("").isBlank();
        faults.unless(example, at + ".example.header_handle", "needs the handle of an uploaded example");
    }
}
