package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An offer for a limited time.
 *
 * @param text null if there is no offer
 * @param expires whether WhatsApp counts down to its end
 */
record OfferPart(String text, boolean expires) {

    static final OfferPart NONE = new OfferPart(null, false);

    private static final String KEY = "offer.expires";

    static OfferPart of(JsonNode component) {
        JsonNode offer = component.path("limited_time_offer");
        return new OfferPart(
                offer.path("text").asText(""), offer.path("has_expiration").asBoolean());
    }

    List<TemplateVariable> variables(String at) {
        return expires ? List.of(TemplateVariable.needed(at + KEY, null, VariableKind.TIME)) : List.of();
    }

    /** Milliseconds since 1970, a number. */
    void send(SlottedJson json, String at) {
        if (expires) {
            json.item("{\"type\":\"limited_time_offer\",\"parameters\":[{\"type\":\"limited_time_offer\",");
            json.add("\"limited_time_offer\":{\"expiration_time_ms\":").slot(at + KEY);
            json.add("}").endOfComponent();
        }
    }
}
