package io.tiercast.template.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Templates of one-time passwords: Meta writes their texts. */
final class PasswordRules {

    private static final Set<String> PARTS = Set.of("BODY", "FOOTER", "BUTTONS");
    private static final Set<String> WAYS = Set.of("COPY_CODE", "ONE_TAP", "ZERO_TAP");

    private PasswordRules() {}

    static void check(Faults faults, Map<String, Integer> places, JsonNode components) {
        places.forEach((type, i) ->
                faults.unless(PARTS.contains(type), "components[" + i + "]", "is not allowed for authentication"));
        int body = places.get("BODY");
        faults.unless(
                !components.get(body).has("text"),
                "components[" + body + "].text",
                "is written by Meta for authentication; leave it out");
        if (places.containsKey("FOOTER")) {
            footer(faults, places.get("FOOTER"), components);
        }
        JsonNode buttons = components.path(places.getOrDefault("BUTTONS", -1)).path("buttons");
        faults.unless(
                buttons.size() == 1
                        && buttons.path(0).path("type").asText("").equals("OTP")
                        && WAYS.contains(buttons.path(0).path("otp_type").asText("")),
                "components",
                "need one button of type OTP with an otp_type of COPY_CODE, ONE_TAP or ZERO_TAP");
    }

    private static void footer(Faults faults, int place, JsonNode components) {
        int minutes = components.get(place).path("code_expiration_minutes").asInt();
        faults.unless(
                minutes >= 1 && minutes <= 90, "components[" + place + "].code_expiration_minutes", "must be 1 to 90");
    }
}
