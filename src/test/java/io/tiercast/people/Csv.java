package io.tiercast.people;

import static io.tiercast.contact.People.api;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Sends files and waits until they are imported. */
final class Csv {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Csv() {}

    static Response send(String query, byte[] body) {
        return api().contentType("text/csv").body(body).post("/api/v1/contacts/import" + query);
    }

    static Response send(String body) {
        return send("", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a file and answers the import when it is over. */
    static ValidatableResponse imported(String query, byte[] body) {
        return over(send(query, body).then().statusCode(202).extract().header("Location"));
    }

    static ValidatableResponse imported(String body) {
        return imported("", body.getBytes(StandardCharsets.UTF_8));
    }

    static ValidatableResponse over(String location) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Response response = api().get(location);
        while (response.path("state").equals("RUNNING")) {
            assertTrue(Instant.now().isBefore(deadline), () -> "still running: " + location);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            response = api().get(location);
        }
        return response.then();
    }

    static ValidatableResponse contact(String phone) {
        return api().queryParam("search", phone).get("/api/v1/contacts").then().statusCode(200);
    }
}
