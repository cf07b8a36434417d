package io.tiercast;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front end's own checks: types current with the API document, lint, types, behaviour and accessibility per screen. */
class FrontEndIT {

    @TempDir
    Path folder;

    @Test
    void theFrontEndPassesItsOwnChecks() throws Exception {
        assumeTrue(NpmScript.installed(), "SKIPPED: the front end was not built (quarkus.quinoa=false)");
        new NpmScript("check", Duration.ofMinutes(10)).passes(folder.resolve("check.log"), Map.of());
    }
}
