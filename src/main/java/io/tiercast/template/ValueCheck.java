package io.tiercast.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tiercast.media.MediaReference;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What Meta would not take as a value that is the same for everybody. */
final class ValueCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADDRESS = "https://[^\\s/]+\\S*";
    private static final String MEDIA = MediaReference.PATTERN + "|[0-9]{13,40}|" + ADDRESS;
    private static final int SECTIONS = 10;
    private static final int PRODUCTS = 30;
    private static final int TITLE = 24;

    private ValueCheck() {}

    /** Why the value cannot be sent; empty: it can. */
    static Optional<String> problem(VariableKind kind, String value) {
        if (value.length() > kind.longest()) {
            return Optional.of("must have at most " + kind.longest() + " characters");
        }
        return Optional.ofNullable(
                switch (kind) {
                    case IMAGE, VIDEO, DOCUMENT ->
                        value.matches(MEDIA)
                                ? null
                                : "must be a file such as media:12, a media id of Meta's or an address with https://";
                    case ADDRESS -> value.matches(ADDRESS) ? null : "must be an address with https://";
                    case LATITUDE -> degrees(value, 90);
                    case LONGITUDE -> degrees(value, 180);
                    case TIME -> isTime(value) ? null : "must be a time such as 2026-12-01T18:00:00Z";
                    case FLOW_DATA -> parsed(value).isObject() ? null : "must be a JSON object";
                    case PRODUCT_SECTIONS -> sections(parsed(value));
                    default -> null;
                });
    }

    private static String degrees(String value, int most) {
        boolean number = value.matches("-?[0-9]{1,3}(\\.[0-9]{1,12})?");
        return number && Math.abs(Double.parseDouble(value)) <= most
                ? null
                : "must be a number from -" + most + " to " + most;
    }

    static boolean isTime(String value) {
        try {
            if (value.length() == "2026-12-01".length()) {
                LocalDate.parse(value);
            } else {
                OffsetDateTime.parse(value);
            }
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String sections(JsonNode sections) {
        if (!sections.isArray() || sections.isEmpty() || sections.size() > SECTIONS) {
            return "must be a JSON array of 1 to " + SECTIONS + " sections";
        }
        int products = 0;
        for (JsonNode section : sections) {
            String title = section.path("title").asText("");
            if (title.isEmpty() || title.length() > TITLE) {
                return "needs a title of at most " + TITLE + " characters in each section";
            }
            if (section.path("product_items").isEmpty() || !haveIds(section.path("product_items"))) {
                return "needs product_items with a product_retailer_id each in every section";
            }
            products += section.path("product_items").size();
        }
        return products > PRODUCTS ? "must have at most " + PRODUCTS + " products" : null;
    }

    private static boolean haveIds(JsonNode items) {
        for (JsonNode item : items) {
            if (item.path("product_retailer_id").asText("").isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode parsed(String value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
