package io.tiercast.hook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The application may call listeners on this machine. */
public class PrivateAddresses implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tiercast.outgoing.private-addresses", "true");
    }
}
