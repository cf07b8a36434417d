package io.tiercast.event;

import io.tiercast.phone.Phone;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an event makes sense by itself; whether its person is known is for the database to say. */
@ApplicationScoped
class EventCheck {

    private static final int LONGEST_NAME = 200;

    /** What becomes of messages and consents is known without being told. */
    private static final List<String> OWN = List.of("message.", "consent.");

    private static final int LONGEST_PROPERTIES = 8_000;

    private final EventSettings settings;
    private final Clock clock;

    EventCheck(EventSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Why it is rejected; empty if it is fine. */
    Optional<String> fault(ToldEvent event) {
        if (event == null) {
            return Optional.of("must be an object");
        }
        return Stream.of(personFault(event), nameFault(event), timeFault(event.at()), propertiesFault(event))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String personFault(ToldEvent event) {
        long ways = Stream.of(event.phone(), event.contactId(), event.externalId())
                .filter(Objects::nonNull)
                .count();
        if (ways != 1) {
            return "one of phone, contactId and externalId must say who it was";
        }
        return event.phone() != null && Phone.parse(event.phone(), null).isEmpty()
                ? "phone: is no phone number in international form, such as +919812345678"
                : null;
    }

    private static String nameFault(ToldEvent event) {
        if (event.name() == null || event.name().isBlank() || event.name().length() > LONGEST_NAME) {
            return "name: must be text of 1 to " + LONGEST_NAME + " characters";
        }
        if (OWN.stream().anyMatch(event.name().trim()::startsWith)) {
            return "name: names that begin with " + String.join(" or ", OWN) + " are our own";
        }
        boolean fits = event.id() == null || !event.id().isBlank() && event.id().length() <= LONGEST_NAME;
        return fits ? null : "id: must be text of 1 to " + LONGEST_NAME + " characters";
    }

    private String timeFault(Instant at) {
        Instant now = clock.instant();
        if (at != null && at.isAfter(now.plus(settings.clockSkew()))) {
            return "at: lies in the future";
        }
        return at != null && at.isBefore(now.minus(settings.retention()))
                ? "at: lies before what is kept, which is "
                        + settings.retention().toDays() + " days"
                : null;
    }

    private static String propertiesFault(ToldEvent event) {
        if (event.properties() == null) {
            return null;
        }
        if (hasUnstorableKey(event.properties())) {
            return "properties: no key may hold the character NUL";
        }
        return new JsonObject(event.properties()).encode().length() > LONGEST_PROPERTIES
                ? "properties: must be at most " + LONGEST_PROPERTIES + " characters of JSON"
                : null;
    }

    /** One that the database refuses would be refused together with all that others tell at the same moment. */
    private static boolean hasUnstorableKey(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.keySet().stream().anyMatch(key -> key.toString().indexOf('\0') >= 0)
                    || map.values().stream().anyMatch(EventCheck::hasUnstorableKey);
        }
        return value instanceof List<?> list && list.stream().anyMatch(EventCheck::hasUnstorableKey);
    }
}
