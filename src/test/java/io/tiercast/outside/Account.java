package io.tiercast.outside;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** A business at this Meta: one number, one WhatsApp Business account, one portfolio, its templates. */
public record Account(
        String phoneNumberId,
        String wabaId,
        String portfolioId,
        String accessToken,
        String appSecret,
        String displayPhoneNumber,
        String messagingLimit,
        List<JsonObject> templates) {

    Optional<JsonObject> template(String name, String language) {
        return templates.stream()
                .filter(t -> name.equals(t.getString("name")) && language.equals(t.getString("language")))
                .findFirst();
    }
}
