package io.tiercast.security;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamTest {

    private static final String STREAM = "/api/v1/stream-probe/stream";

    @Inject
    Sql sql;

    @Test
    void loggingOutEndsTheStreamsOfTheSession() throws IOException {
        Browser browser = Browser.loggedIn();
        Browser other = Browser.loggedIn();
        try (BufferedReader stream = open(STREAM, browser.cookie());
                BufferedReader untouched = open(STREAM, other.cookie())) {
            assertNotNull(stream.readLine());

            browser.changing().delete("/api/v1/session").then().statusCode(204);

            assertTrue(stream.lines().count() >= 0, "the stream came to its end");
            assertNotNull(untouched.readLine());
        }
    }

    @Test
    void loggingOutEndsTheStreamOfAnImportThatGoesOnElsewhere() throws IOException {
        long id = importElsewhere();
        Browser browser = Browser.loggedIn();
        try (BufferedReader stream = open("/api/v1/imports/" + id + "/stream", browser.cookie())) {
            assertNotNull(stream.readLine());

            browser.changing().delete("/api/v1/session").then().statusCode(204);

            assertTrue(stream.lines().count() >= 0, "the stream came to its end");
        } finally {
            forget(id);
        }
    }

    @Test
    void aStreamWithoutNewsIsKeptAlive() throws IOException {
        long id = importElsewhere();
        String token = token(CredentialsTest.KEY);
        String path = "/api/v1/imports/" + id + "/stream?token=" + token;
        try (BufferedReader stream = open(path, null, Duration.ofSeconds(20))) {
            assertEquals(
                    ":alive",
                    stream.lines()
                            .filter(line -> line.startsWith(":"))
                            .findFirst()
                            .orElseThrow());
        } finally {
            forget(id);
        }
    }

    @Test
    void aSessionThatRunsOutElsewhereEndsItsStreams() throws IOException {
        Browser browser = Browser.loggedIn();
        try (BufferedReader stream = open(STREAM, browser.cookie())) {
            assertNotNull(stream.readLine());

            sql.run("delete from user_session where hash = $1", Secrets.hash(browser.cookie()))
                    .await()
                    .atMost(Duration.ofSeconds(5));

            assertTrue(stream.lines().count() >= 0, "the stream came to its end");
        }
    }

    @Test
    void aTokenOpensOneStream() throws IOException {
        String token = token(CredentialsTest.KEY);
        try (BufferedReader stream = open(STREAM + "?token=" + token, null)) {
            assertNotNull(stream.readLine());
        }

        given().get(STREAM + "?token=" + token).then().statusCode(401);
    }

    @Test
    void aTokenOpensNothingButStreams() {
        given().get("/api/v1/stream-probe?token=" + token(CredentialsTest.KEY))
                .then()
                .statusCode(401);
        given().post(STREAM + "?token=" + token(CredentialsTest.KEY)).then().statusCode(401);
    }

    @Test
    void aTokenRunsOutAfterAMinute() {
        String token = token(CredentialsTest.KEY);
        int aged = sql.run(
                        "update stream_token set expires_at = now() - interval '1 second' where hash = $1"
                                + " and expires_at between now() + interval '50 seconds' and now() + interval '60 seconds'",
                        Secrets.hash(token))
                .await()
                .atMost(Duration.ofSeconds(5));

        assertEquals(1, aged);
        given().get(STREAM + "?token=" + token).then().statusCode(401);
    }

    @Test
    void revokingTheKeyEndsTheStreamsOfItsTokens() throws IOException {
        Response key = given().auth()
                .oauth2(CredentialsTest.KEY)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "dashboard", "scope", "READ"))
                .post("/api/v1/api-keys");
        String unused = token(key.path("key"));
        try (BufferedReader stream = open(STREAM + "?token=" + token(key.path("key")), null)) {
            assertNotNull(stream.readLine());

            given().auth()
                    .oauth2(CredentialsTest.KEY)
                    .delete("/api/v1/api-keys/" + key.path("id"))
                    .then()
                    .statusCode(204);

            assertTrue(stream.lines().count() >= 0, "the stream came to its end");
        }
        given().get(STREAM + "?token=" + unused).then().statusCode(401);
    }

    private long importElsewhere() {
        return sql.first(
                        "insert into contact_import (file) values ('on another node') returning id",
                        row -> row.getLong("id"))
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    private void forget(long importId) {
        sql.run("delete from contact_import where id = $1", importId).await().atMost(Duration.ofSeconds(5));
    }

    private static String token(String key) {
        return given().auth()
                .oauth2(key)
                .post("/api/v1/stream-tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    /** Reading to the end fails after ten seconds without a line, so that a stream that does not end fails the test. */
    private static BufferedReader open(String path, String cookie) throws IOException {
        return open(path, cookie, Duration.ofSeconds(10));
    }

    private static BufferedReader open(String path, String cookie, Duration patience) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create("http://localhost:" + RestAssured.port + path)
                .toURL()
                .openConnection();
        connection.setReadTimeout((int) patience.toMillis());
        if (cookie != null) {
            connection.setRequestProperty("Cookie", "tiercast_session=" + cookie);
        }
        assertEquals(200, connection.getResponseCode());
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }
}
