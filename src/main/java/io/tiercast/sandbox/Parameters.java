package io.tiercast.sandbox;

import static io.tiercast.sandbox.SendRequest.required;

import io.tiercast.sandbox.Layout.Part;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parameters of one component. */
final class Parameters {

    private static final Pattern UNFIT = Pattern.compile("[\\n\\r\\t]| {5}");
    private static final int MAX_COUPON = 20;

    private Parameters() {}

    /** @param part what was approved; null if the template has no such part */
    static void checkTexts(String where, Part part, boolean named, List<JsonObject> sent) {
        Set<String> variables = part == null ? Set.of() : part.variables();
        if (sent.size() != variables.size()) {
            throw Refusal.of(
                    132000,
                    where + ": number of localizable_params (" + sent.size()
                            + ") does not match the expected number of params (" + variables.size() + ")");
        }
        sent.forEach(parameter -> checkText(where, parameter));
        if (named) {
            checkNames(where, variables, sent);
        }
    }

    static void checkText(String where, JsonObject parameter) {
        String text = text(parameter);
        if (text == null) {
            throw Refusal.of(
                    132012, where + ": Format mismatch, expected TEXT, received " + parameter.getString("type"));
        }
        required(text, where + " text");
        if (UNFIT.matcher(text).find()) {
            throw Refusal.of(132018, where + ": new lines, tabs or more than four spaces in a row are not allowed");
        }
    }

    static void checkMedia(String format, List<JsonObject> sent) {
        String type = sent.isEmpty() ? "UNKNOWN" : sent.get(0).getString("type");
        if (!format.equals(type)) {
            throw Refusal.of(132012, "header: Format mismatch, expected " + format + ", received " + type);
        }
        if (sent.size() != 1) {
            throw Refusal.of(132000, "header: more than one parameter");
        }
        JsonObject media = required(sent.get(0).getJsonObject(format), "header " + format);
        switch (format) {
            case "location" ->
                List.of("latitude", "longitude", "name", "address")
                        .forEach(field -> required(media.getString(field), field));
            case "product" ->
                List.of("product_retailer_id", "catalog_id").forEach(field -> required(media.getString(field), field));
            default -> checkSource(format, media);
        }
    }

    private static void checkSource(String format, JsonObject media) {
        String id = media.getString("id");
        String link = media.getString("link");
        if ((id == null) == (link == null)) {
            throw Refusal.of(131008, "header: either id or link of the " + format + " is required");
        }
        if (id != null && !id.matches("[0-9]+") || link != null && !link.matches("https{0,1}://[^ ]+")) {
            throw Refusal.of(131009, "header: this is no id and no link of a " + format);
        }
    }

    static void checkCoupon(JsonObject parameter) {
        String code = required(parameter.getString("coupon_code"), "coupon_code");
        if (code.length() > MAX_COUPON) {
            throw Refusal.of(131009, "buttons: coupon_code is longer than " + MAX_COUPON + " characters");
        }
    }

    /** The text that people would see must stay within the limit of a body. */
    static void checkLength(Part body, List<JsonObject> sent, int most) {
        int length = body.fixedLength();
        for (JsonObject parameter : sent) {
            length += text(parameter).length();
        }
        if (length > most) {
            throw Refusal.of(132005, "body: the text is longer than " + most + " characters");
        }
    }

    /** What a text, currency or date parameter shows; null if it is of another type. */
    static String text(JsonObject parameter) {
        String type = required(parameter.getString("type"), "parameter type");
        return switch (type) {
            case "text" -> parameter.getString("text", "");
            case "currency", "date_time" ->
                required(parameter.getJsonObject(type), type).getString("fallback_value", "");
            default -> null;
        };
    }

    private static void checkNames(String where, Set<String> variables, List<JsonObject> sent) {
        Set<String> names = sent.stream()
                .map(parameter -> required(parameter.getString("parameter_name"), "parameter_name"))
                .collect(Collectors.toSet());
        if (!names.equals(variables)) {
            throw Refusal.of(132000, where + ": expected the parameters " + variables);
        }
    }
}
