package io.tiercast.template.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The cards of a carousel, which must be alike. */
final class CarouselRules {

    private static final int FEWEST = 2;
    private static final int MOST = 10;
    private static final int BODY = 160;
    private static final int BUTTONS = 2;
    private static final Set<String> HEADERS = Set.of("IMAGE", "VIDEO", "PRODUCT");

    private CarouselRules() {}

    static void check(Faults faults, String at, JsonNode cards) {
        faults.unless(
                cards.isArray() && cards.size() >= FEWEST && cards.size() <= MOST,
                at + ".cards",
                "must be " + FEWEST + " to " + MOST + " cards");
        for (int i = 0; i < cards.size(); i++) {
            JsonNode components = cards.get(i).path("components");
            card(faults, at + ".cards[" + i + "]", components);
            faults.unless(
                    shape(components).equals(shape(cards.path(0).path("components"))),
                    at + ".cards[" + i + "]",
                    "must have the same parts as the first card");
        }
    }

    private static void card(Faults faults, String at, JsonNode components) {
        boolean header = false;
        for (int i = 0; i < components.size(); i++) {
            String field = at + ".components[" + i + "]";
            JsonNode component = components.get(i);
            switch (component.path("type").asText("")) {
                case "HEADER" -> {
                    header = true;
                    header(faults, field, component);
                }
                case "BODY" -> TextRules.body(faults, field, component, BODY);
                case "BUTTONS" -> buttons(faults, field, component.path("buttons"));
                default -> faults.add(field + ".type", "must be HEADER, BODY or BUTTONS in a card");
            }
        }
        faults.unless(header, at + ".components", "need a HEADER");
    }

    private static void header(Faults faults, String at, JsonNode header) {
        String format = header.path("format").asText("");
        faults.unless(HEADERS.contains(format), at + ".format", "must be IMAGE, VIDEO or PRODUCT in a card");
        if (format.equals("IMAGE") || format.equals("VIDEO")) {
            HeaderRules.media(faults, at, header);
        }
    }

    private static void buttons(Faults faults, String at, JsonNode buttons) {
        faults.unless(buttons.size() <= BUTTONS, at + ".buttons", "may be " + BUTTONS + " at most in a card");
        ButtonRules.check(faults, at, buttons, false);
    }

    private static List<String> shape(JsonNode components) {
        List<String> shape = new ArrayList<>();
        for (JsonNode component : components) {
            shape.add(
                    component.path("type").asText("") + component.path("format").asText(""));
            shape.addAll(ButtonRules.types(component.path("buttons")));
        }
        return shape;
    }
}
