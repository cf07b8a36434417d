package io.tiercast.sandbox;

import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;

/**
 * A message as Meta understood it.
 *
 * @param to as the caller wrote it
 * @param recipient the digits of the number
 * @param opaque {@code biz_opaque_callback_data}, or null
 * @param buttonPayload what pressing the first quick reply sends back, or null if there is none
 */
record SendRequest(String to, long recipient, ApprovedTemplate template, String opaque, String buttonPayload) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern PUNCTUATION = Pattern.compile("[-() ]");
    private static final int MAX_OPAQUE = 512;

    /** @throws Refusal as the Graph API would answer */
    static SendRequest read(JsonObject body, Catalogue catalogue) {
        try {
            return parse(body, catalogue);
        } catch (ClassCastException e) {
            throw Refusal.of(100, "A field has the wrong type");
        }
    }

    private static SendRequest parse(JsonObject body, Catalogue catalogue) {
        if (!"whatsapp".equals(body.getString("messaging_product"))) {
            throw Refusal.of(100, "messaging_product must be whatsapp");
        }
        if (!"individual".equals(body.getString("recipient_type", "individual"))) {
            throw Refusal.of(100, "recipient_type must be individual");
        }
        String to = required(body.getString("to"), "to");
        long recipient = recipient(to);
        JsonObject sent = template(body);
        ApprovedTemplate template = TemplateCheck.check(sent, catalogue);
        return new SendRequest(to, recipient, template, opaque(body), TemplateCheck.buttonPayload(sent, template));
    }

    private static JsonObject template(JsonObject body) {
        String type = body.getString("type", "text");
        if (type.equals("text")) {
            throw Refusal.of(131047, "More than 24 hours have passed since the recipient last wrote to this number");
        }
        if (!type.equals("template")) {
            throw Refusal.of(131051, "The sandbox takes templates only");
        }
        return required(body.getJsonObject("template"), "template");
    }

    /** Meta would put the business's own country code before a number without a plus: here that is an error. */
    private static long recipient(String to) {
        String number = PUNCTUATION.matcher(to).replaceAll("");
        if (!E164.matcher(number).matches()) {
            throw Refusal.of(131009, "to must be a telephone number with + and its country code");
        }
        return Long.parseLong(number.substring(1));
    }

    private static String opaque(JsonObject body) {
        String opaque = body.getString("biz_opaque_callback_data");
        if (opaque != null && opaque.length() > MAX_OPAQUE) {
            throw Refusal.of(100, "biz_opaque_callback_data is longer than " + MAX_OPAQUE + " characters");
        }
        return opaque;
    }

    static <T> T required(T value, String field) {
        if (value == null || value.equals("")) {
            throw Refusal.of(131008, "The parameter " + field + " is required");
        }
        return value;
    }
}
