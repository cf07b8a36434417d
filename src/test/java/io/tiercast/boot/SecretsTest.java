package io.tiercast.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String DATABASE = "postgresql://u:p@h/d";

    @TempDir
    Path folder;

    @Test
    void theSandboxNeedsNothingAndRestartsAgree() {
        Map<String, String> first = secrets(Map.of());

        assertEquals(first, secrets(Map.of()));
        assertEquals(32, Base64.getDecoder().decode(first.get("tiercast.secret-key")).length);
        assertNotEquals(first.get("tiercast.meta.app-secret"), first.get("tiercast.meta.verify-token"));
    }

    @Test
    void theKeyIsReadableByItsOwnerOnly() throws IOException {
        secrets(Map.of());

        var permissions = Files.getPosixFilePermissions(folder.resolve("data/secret.key"));
        assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    }

    @Test
    void nodesOfOneKeyAgreeOnTheSandboxWithoutADataDirectory() {
        Map<String, String> environment = Map.of("DATABASE_URL", DATABASE, "TIERCAST_SECRET_KEY", KEY);

        assertTrue(secrets(environment).containsKey("tiercast.meta.app-secret"));
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void whatTheOperatorSetStands() {
        Map<String, String> secrets = secrets(Map.of("TIERCAST_SECRET_KEY", KEY, "TIERCAST_META_APP_SECRET", "own"));

        assertEquals(KEY, secrets.get("tiercast.secret-key"));
        assertFalse(secrets.containsKey("tiercast.meta.app-secret"));
        assertTrue(secrets.containsKey("tiercast.meta.verify-token"));
    }

    @Test
    void anOutsideDatabaseNeedsTheKeyThatAllNodesShare() {
        assertRefused("TIERCAST_SECRET_KEY", Map.of("DATABASE_URL", DATABASE));
        assertRefused("TIERCAST_SECRET_KEY", Map.of("DATABASE_URL", DATABASE, "TIERCAST_SECRET_KEY", " "));
    }

    @Test
    void theRealMetaNeedsItsSecretAndToken() {
        assertRefused("TIERCAST_META_APP_SECRET", Map.of("TIERCAST_META_BASE_URL", "https://graph.example"));
        assertRefused(
                "TIERCAST_META_VERIFY_TOKEN",
                Map.of("TIERCAST_META_BASE_URL", "https://graph.example", "TIERCAST_META_APP_SECRET", "s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2hvcnQ=", "not base64 at all!", "AAAA"})
    void aKeyOfTheWrongShapeIsRefused(String key) {
        assertRefused("TIERCAST_SECRET_KEY", Map.of("TIERCAST_SECRET_KEY", key));
    }

    private Map<String, String> secrets(Map<String, String> environment) {
        DataDirectory data = new DataDirectory(folder.resolve("data").toString());
        return Secrets.of(new Environment(environment), data).properties();
    }

    private void assertRefused(String variable, Map<String, String> environment) {
        String message =
                assertThrows(StartRefused.class, () -> secrets(environment)).getMessage();
        assertTrue(message.startsWith(variable + " "), message);
    }
}
