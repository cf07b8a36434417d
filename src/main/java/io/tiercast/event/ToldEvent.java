package io.tiercast.event;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody did; one of phone, contactId and externalId says who. */
public record ToldEvent(
        @Schema(description = "E.164 with its +", examples = "+919812345678")
        String phone,

        Long contactId,
        String externalId,
        @Schema(required = true, examples = "purchase") String name,

        @Schema(description = "When it happened; now unless said otherwise")
        Instant at,

        @Schema(description = "What filters may ask about", examples = "{\"total\":120}")
        Map<String, Object> properties,

        @Schema(description = "The caller's own id of the event: told again, it counts once")
        String id) {}
