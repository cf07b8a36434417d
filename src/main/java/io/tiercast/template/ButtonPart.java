package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A button of a template.
 *
 * @param index its place among all buttons, from 0
 * @param target address or phone number behind it
 */
record ButtonPart(int index, Kind kind, String type, String text, String target, String example) {

    /** Meta shows the button of a one-time password as a link to this address. */
    private static final String OTP_ADDRESS = "https://www.whatsapp.com/otp/";

    enum Kind {
        /** Needs nothing when sending. */
        FIXED,
        /** The address ends in a variable. */
        DYNAMIC_URL,
        COPY_CODE,
        /** Takes the same code as the body. */
        OTP,
        UNKNOWN
    }

    static ButtonPart of(int index, JsonNode button) {
        String type = button.path("type").asText("").toUpperCase(Locale.ROOT);
        String target = button.path("url").asText(button.path("phone_number").asText(null));
        JsonNode example = button.path("example");
        return new ButtonPart(
                index,
                kind(type, target),
                type,
                button.path("text").asText(""),
                target,
                (example.isArray() ? example.path(0) : example).asText(null));
    }

    private static Kind kind(String type, String target) {
        return switch (type) {
            case "QUICK_REPLY", "PHONE_NUMBER", "VOICE_CALL", "REQUEST_CONTACT_INFO" -> Kind.FIXED;
            case "URL" -> urlKind(target == null ? "" : target);
            case "COPY_CODE" -> Kind.COPY_CODE;
            case "OTP" -> Kind.OTP;
            default -> Kind.UNKNOWN;
        };
    }

    private static Kind urlKind(String url) {
        if (url.startsWith(OTP_ADDRESS)) {
            return Kind.OTP;
        }
        return TextPart.hasPlaceholder(url) ? Kind.DYNAMIC_URL : Kind.FIXED;
    }

    /** What is sent for a dynamic link is only its end: of an example given as a whole address, the part behind the fixed one. */
    String suffixExample() {
        String fixed = target.substring(0, target.indexOf("{{"));
        return example != null && example.startsWith(fixed) ? example.substring(fixed.length()) : example;
    }
}
