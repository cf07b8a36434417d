package io.tiercast.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnknownSettingsTest {

    private static final Set<String> KNOWN = Set.of("tiercast.dispatch.in-doubt-min-age", "tiercast.meta.app-secret");

    @Inject
    UnknownSettings settings;

    @Test
    void whatIsMisspeltIsNamed() {
        assertEquals(
                List.of("TIERCAST_DISPATCH_IN_DOUBT_AGE", "tiercast.dispatch.in-doubt-age"),
                unknown("tiercast.dispatch.in-doubt-age", "TIERCAST_DISPATCH_IN_DOUBT_AGE", "quarkus.http.prot"));
    }

    @Test
    void whatIsRightIsNot() {
        assertEquals(
                List.of(),
                unknown(
                        "tiercast.dispatch.in-doubt-min-age",
                        "TIERCAST_DISPATCH_IN_DOUBT_MIN_AGE",
                        "tiercast.meta.app-secret[1]",
                        "TIERCAST_META_APP_SECRET_1_"));
    }

    @Test
    void theApplicationKnowsItsOwnSettings() {
        assertTrue(settings.known().containsAll(KNOWN), settings.known()::toString);
        assertEquals(
                List.of(),
                settings.found().stream()
                        .filter(name -> !name.startsWith("tiercast.test."))
                        .toList());
    }

    private static List<String> unknown(String... names) {
        return UnknownSettings.unknown(Stream.of(names), KNOWN);
    }
}
