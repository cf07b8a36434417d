package io.tiercast.event;

import io.smallrye.mutiny.Uni;
import io.tiercast.event.AcceptedEvents.Rejection;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes what people did: rejects what makes no sense or has no known person, and stores the rest. */
@ApplicationScoped
class EventIntake {

    private final EventCheck check;
    private final EventPeople people;
    private final EventChannel channel;
    private final Clock clock;

    EventIntake(EventCheck check, EventPeople people, EventChannel channel, Clock clock) {
        this.check = check;
        this.people = people;
        this.channel = channel;
        this.clock = clock;
    }

    /** Done when those accepted are stored. */
    Uni<AcceptedEvents> take(List<ToldEvent> told) {
        List<Rejection> rejected = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Optional<String> fault = check.fault(told.get(i));
            if (fault.isPresent()) {
                rejected.add(new Rejection(i, fault.get()));
            } else {
                places.add(i);
            }
        }
        List<ToldEvent> fine = places.stream().map(told::get).toList();
        return people.find(fine).chain(known -> store(fine, places, known, rejected));
    }

    private Uni<AcceptedEvents> store(
            List<ToldEvent> fine, List<Integer> places, Map<Integer, Long> known, List<Rejection> rejected) {
        Instant now = clock.instant();
        List<ContactEvent> events = new ArrayList<>();
        for (int i = 0; i < fine.size(); i++) {
            if (known.containsKey(i)) {
                events.add(event(fine.get(i), known.get(i), now));
            } else {
                rejected.add(new Rejection(places.get(i), "there is no such contact"));
            }
        }
        rejected.sort((one, other) -> Integer.compare(one.index(), other.index()));
        return channel.send(events).replaceWith(new AcceptedEvents(events.size(), rejected));
    }

    private static ContactEvent event(ToldEvent told, long contactId, Instant now) {
        return new ContactEvent(
                contactId,
                told.name().trim(),
                told.at() == null ? now : told.at(),
                told.properties() == null ? new JsonObject() : new JsonObject(told.properties()),
                told.id());
    }
}
