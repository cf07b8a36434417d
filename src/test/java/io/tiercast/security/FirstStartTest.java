package io.tiercast.security;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FirstStartTest.WithoutPassword.class)
class FirstStartTest {

    private static final Path LOG = Path.of("target", "first-start.log");
    private static final Pattern PASSWORD = Pattern.compile("one-time password (\\S+)");
    private static final Duration SOON = Duration.ofSeconds(20);

    public static class WithoutPassword implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tiercast.admin-password", "",
                    "quarkus.log.file.enabled", "true",
                    "quarkus.log.file.path", LOG.toString());
        }
    }

    @Inject
    FirstStart firstStart;

    @Inject
    Sql sql;

    @Inject
    Passwords passwords;

    @Inject
    AccessSettings settings;

    @Test
    void aPasswordIsPrintedOnceAndIsDueToBeChanged() throws IOException {
        firstStart.done().await().atMost(SOON);
        new FirstStart(sql, passwords, settings).done().await().atMost(SOON);

        List<String> printed = PASSWORD.matcher(Files.readString(LOG))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(1, printed.size());
        Browser.logIn("admin", printed.get(0)).then().statusCode(201).body("passwordChangeDue", equalTo(true));
    }

    @Test
    void aRevokedBootstrapKeyStaysRevoked() {
        firstStart.done().await().atMost(SOON);
        sql.run("update api_key set revoked_at = now() where bootstrap").await().atMost(SOON);

        new FirstStart(sql, passwords, settings).done().await().atMost(SOON);

        assertEquals(
                0,
                sql.run("delete from api_key where revoked_at is null").await().atMost(SOON));
    }
}
