package io.tiercast.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tiercast.contact.ConsentState;
import io.tiercast.contact.ContactCheck;
import io.tiercast.contact.CreateContact;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoPeopleTest {

    private final List<CreateContact> people = DemoPeople.all();

    @Test
    void everyoneMayBeStored() {
        for (CreateContact person : people) {
            ContactCheck.Outcome outcome = ContactCheck.of(person, null, false, Instant.EPOCH);
            assertTrue(outcome.isFine(), person.phone() + " " + outcome.errors());
        }
    }

    @Test
    void nobodyIsThereTwice() {
        assertEquals(400, people.stream().map(CreateContact::phone).distinct().count());
    }

    @Test
    void everyNumberBelongsToACountry() {
        Set<String> countries = people.stream()
                .map(person -> ContactCheck.of(person, null, false, Instant.EPOCH)
                        .contact()
                        .country())
                .collect(Collectors.toSet());
        assertEquals(Set.of("IN", "SE", "DE", "FR", "US"), countries);
    }

    @Test
    void mostHaveAgreedSomeHaveNotSaidAndAFewDeclined() {
        assertEquals(0.85, share(ConsentState.OPTED_IN), 0.02);
        assertEquals(0.10, share(ConsentState.UNKNOWN), 0.02);
        assertEquals(0.05, share(ConsentState.OPTED_OUT), 0.02);
    }

    private double share(ConsentState state) {
        return people.stream()
                        .filter(person -> person.consent().marketing() == state)
                        .count()
                / (double) people.size();
    }
}
