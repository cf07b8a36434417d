package io.tiercast.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CredentialsTest {

    static final String KEY = "test-key-test-key-test-key-test-key";

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/api-keys", "/api/v1/nothing-here", "/api", "/q/metrics", "/q/openapi"})
    void nothingIsShownWithoutCredentials(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("/problems/unauthorized"))
                .body("instance", equalTo(path));
    }

    @Test
    void credentialsAreCheckedBeforeTheBodyIsRead() {
        given().body("{ no json")
                .contentType("text/nonsense")
                .post("/api/v1/api-keys")
                .then()
                .statusCode(401);
    }

    @Test
    void aKeyThatDoesNotExistIsRefused() {
        given().auth()
                .oauth2("no-such-key-no-such-key-no-such-key")
                .get("/api/v1/api-keys")
                .then()
                .statusCode(401);
    }

    @Test
    void theBootstrapKeyOpensTheDoor() {
        given().auth().oauth2(KEY).get("/api/v1/nothing-here").then().statusCode(404);
    }

    @Test
    void healthIsOpenToAll() {
        given().auth().oauth2("wrong").get("/q/health/live").then().statusCode(200);
    }
}
