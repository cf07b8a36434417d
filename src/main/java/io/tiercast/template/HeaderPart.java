package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header of a template or of a card. All keys begin with {@code at}: empty, or the card's. */
sealed interface HeaderPart {

    HeaderPart NONE = new Text(TextPart.NONE);

    List<TemplateVariable> variables(String at);

    void send(SlottedJson json, String at);

    /** Why it cannot be sent; empty: it can. */
    default Optional<String> problem() {
        return Optional.empty();
    }

    static HeaderPart of(JsonNode component) {
        String format = component.path("format").asText("TEXT").toUpperCase(Locale.ROOT);
        return switch (format) {
            case "TEXT" -> new Text(TextPart.of(component, "header"));
            case "IMAGE", "VIDEO", "DOCUMENT" -> new Media(VariableKind.valueOf(format), example(component));
            case "LOCATION" -> new Location();
            case "PRODUCT" -> new Product();
            default -> new Unknown(format);
        };
    }

    private static String example(JsonNode component) {
        return component.path("example").path("header_handle").path(0).asText(null);
    }

    /** Fixed, or with a variable. */
    record Text(TextPart text) implements HeaderPart {
        @Override
        public List<TemplateVariable> variables(String at) {
            return text.variables(at + "header.", VariableKind.TEXT);
        }

        @Override
        public void send(SlottedJson json, String at) {
            text.send(json, "header", at + "header.");
        }
    }

    /** @param example address of what was shown to the review */
    record Media(VariableKind kind, String example) implements HeaderPart {
        @Override
        public List<TemplateVariable> variables(String at) {
            TemplateVariable media = TemplateVariable.needed(at + "header.media", example, kind);
            return kind == VariableKind.DOCUMENT
                    ? List.of(media, TemplateVariable.optional(at + "header.filename", VariableKind.FILE_NAME))
                    : List.of(media);
        }

        @Override
        public void send(SlottedJson json, String at) {
            String type = kind.name().toLowerCase(Locale.ROOT);
            json.header(type).add("\"" + type + "\":{").media(at + "header.media");
            if (json.given(at + "header.filename")) {
                json.add(",").text("filename", at + "header.filename");
            }
            json.add("}").endOfComponent();
        }
    }

    /** A place on the map. */
    record Location() implements HeaderPart {
        @Override
        public List<TemplateVariable> variables(String at) {
            return List.of(
                    TemplateVariable.needed(at + "header.latitude", null, VariableKind.LATITUDE),
                    TemplateVariable.needed(at + "header.longitude", null, VariableKind.LONGITUDE),
                    TemplateVariable.needed(at + "header.name", null, VariableKind.TEXT),
                    TemplateVariable.needed(at + "header.address", null, VariableKind.TEXT));
        }

        @Override
        public void send(SlottedJson json, String at) {
            json.header("location").add("\"location\":{").text("latitude", at + "header.latitude");
            json.add(",").text("longitude", at + "header.longitude");
            json.add(",").text("name", at + "header.name");
            json.add(",").text("address", at + "header.address");
            json.add("}").endOfComponent();
        }
    }

    /** A product of a catalogue. */
    record Product() implements HeaderPart {
        @Override
        public List<TemplateVariable> variables(String at) {
            return List.of(
                    TemplateVariable.needed(at + "header.product", null, VariableKind.PRODUCT),
                    TemplateVariable.needed(at + "header.catalog", null, VariableKind.PRODUCT));
        }

        @Override
        public void send(SlottedJson json, String at) {
            json.header("product").add("\"product\":{").text("product_retailer_id", at + "header.product");
            json.add(",").text("catalog_id", at + "header.catalog");
            json.add("}").endOfComponent();
        }
    }

    /** From a newer version of Meta's API than this program knows. */
    record Unknown(String format) implements HeaderPart {
        @Override
        public List<TemplateVariable> variables(String at) {
            return List.of();
        }

        @Override
        public void send(SlottedJson json, String at) {
            throw new IllegalArgumentException("No header of format " + format + " can be sent");
        }

        @Override
        public Optional<String> problem() {
            return Optional.of("Campaigns cannot fill a header of format " + format + ".");
        }
    }
}
