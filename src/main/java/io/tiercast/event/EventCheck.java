package io.tiercast.event;

import io.tiercast.phone.Phone;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an event makes sense by itself; whether its person is known is for the database to say. */
@ApplicationScoped
class EventCheck {

    private static final int LONGEST_NAME = 200;

    /** What happens to messages is known without being told. */
    private static final String OWN = "message.";

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
        if (event.name().startsWith(OWN)) {
            return "name: names that begin with " + OWN + " are our own";
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
        return event.properties() != null
                        && new JsonObject(event.properties()).encode().length() > LONGEST_PROPERTIES
                ? "properties: must be at most " + LONGEST_PROPERTIES + " characters of JSON"
                : null;
    }
}
