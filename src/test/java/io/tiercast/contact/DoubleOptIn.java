package io.tiercast.contact;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Every opt-in to marketing has to be confirmed. */
public class DoubleOptIn implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tiercast.consent.double-opt-in", "true");
    }
}
