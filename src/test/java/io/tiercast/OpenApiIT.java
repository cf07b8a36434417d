package io.tiercast;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.tiercast.boot.TiercastProcess;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the built application says of itself is what the repository says of it. The README tells how to write it anew. */
class OpenApiIT {

    @TempDir
    Path folder;

    @Test
    void theRunningDescriptionIsTheCommittedOne() throws Exception {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        try (TiercastProcess application = new TiercastProcess(folder, Map.of()).start()) {
            String running = given().header("Authorization", "Bearer " + TiercastProcess.API_KEY)
                    .get(application.uri("/q/openapi"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();

            assertEquals(yaml.readTree(new File("openapi/openapi.yaml")), yaml.readTree(running));
        }
    }
}
