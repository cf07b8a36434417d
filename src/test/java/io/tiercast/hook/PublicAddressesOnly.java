package io.tiercast.hook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As the application is without a setting; in other tests those who are told are on loopback. */
public class PublicAddressesOnly implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tiercast.outgoing.private-addresses", "false");
    }
}
