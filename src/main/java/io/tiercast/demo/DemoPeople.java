package io.tiercast.demo;

import static io.tiercast.contact.ConsentState.OPTED_IN;
import static io.tiercast.contact.ConsentState.OPTED_OUT;
import static io.tiercast.contact.ConsentState.UNKNOWN;

import io.tiercast.contact.Consent;
import io.tiercast.contact.ConsentState;
import io.tiercast.contact.CreateContact;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A few hundred made-up people from several countries, most of whom agreed to be written to. */
final class DemoPeople {

    private DemoPeople() {}

    static List<CreateContact> all() {
        return countries().flatMap(DemoPeople::people).toList();
    }

    private static Stream<CreateContact> people(DemoCountry country) {
        return IntStream.range(0, country.count()).mapToObj(i -> person(country, i));
    }

    private static CreateContact person(DemoCountry country, int i) {
        return new CreateContact(
                country.phone(i),
                country.name(i),
                null,
                country.language(i),
                country.timezone(),
                attributes(country, i),
                tags(i),
                new Consent(marketing(i), UNKNOWN, "demo", null, null));
    }

    private static Map<String, Object> attributes(DemoCountry country, int i) {
        return Map.of("city", country.city(i), "orders", i * 7 % 23, "member", i % 3 == 0);
    }

    private static List<String> tags(int i) {
        List<String> tags = new ArrayList<>(List.of("demo"));
        if (i % 9 == 0) {
            tags.add("vip");
        }
        if (i % 4 == 1) {
            tags.add("newsletter");
        }
        return tags;
    }

    /** Of every twenty, two have not said and one has declined. */
    private static ConsentState marketing(int i) {
        return switch (i % 20) {
            case 7, 14 -> UNKNOWN;
            case 18 -> OPTED_OUT;
            default -> OPTED_IN;
        };
    }

    private static Stream<DemoCountry> countries() {
        try (InputStream in = DemoPeople.class.getResourceAsStream("/demo/people.json")) {
            return new JsonArray(Buffer.buffer(in.readAllBytes()))
                    .stream().map(JsonObject.class::cast).map(country -> country.mapTo(DemoCountry.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
