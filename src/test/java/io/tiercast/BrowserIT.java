package io.tiercast;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tiercast.boot.TiercastProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built application as a person with a browser meets it, with the sandbox and its demo data. */
class BrowserIT {

    private static final String PASSWORD = "browser-password-browser";
    private static final String CHROMIUM = System.getenv().getOrDefault("CHROMIUM_PATH", "/usr/bin/chromium");

    @TempDir
    Path folder;

    @Test
    void aCampaignIsBuiltAndLaunchedByClickingAndTheCountsMove() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of(CHROMIUM)),
                "SKIPPED: the browser tests need Chromium at /usr/bin/chromium or where CHROMIUM_PATH says");
        assumeTrue(NpmScript.installed(), "SKIPPED: the front end was not built (quarkus.quinoa=false)");
        try (TiercastProcess application =
                new TiercastProcess(folder, Map.of("TIERCAST_ADMIN_PASSWORD", PASSWORD)).start()) {
            new NpmScript("e2e", Duration.ofMinutes(15))
                    .passes(
                            folder.resolve("e2e.log"),
                            Map.of(
                                    "BASE_URL",
                                    application.uri("").toString(),
                                    "TIERCAST_USER",
                                    "admin",
                                    "TIERCAST_PASSWORD",
                                    PASSWORD,
                                    "CHROMIUM_PATH",
                                    CHROMIUM));
        }
    }
}
