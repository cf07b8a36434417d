package io.tiercast.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ApiKeyTest {

    @Test
    void aKeyIsShownOnceAndWorksUntilItIsRevoked() {
        Response created = create("once", "READ");
        created.then()
                .statusCode(201)
                .header("Location", matchesPattern("https?://[^/]+/api/v1/api-keys/" + created.path("id")));
        String key = created.path("key");

        with(CredentialsTest.KEY)
                .get("/api/v1/api-keys?limit=200")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("once"))
                .body("items[0]", not(hasKey("key")))
                .body("items[0]", not(hasKey("hash")));
        with(key).get("/api/v1/stream-probe").then().statusCode(200);
        with(CredentialsTest.KEY)
                .delete("/api/v1/api-keys/" + created.path("id"))
                .then()
                .statusCode(204);
        with(key).get("/api/v1/stream-probe").then().statusCode(401);
        with(CredentialsTest.KEY)
                .delete("/api/v1/api-keys/" + created.path("id"))
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/stream-probe", "/api/v1/stream-probe/unmarked", "/api/v1/api-keys"})
    void aKeyForReadingChangesNothing(String path) {
        String key = create("reader of " + path, "READ").path("key");

        with(key)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"))
                .body("instance", equalTo(path));
    }

    @Test
    void aKeyForAdministrationReadsAndChanges() {
        String key = create("administrator", "ADMIN").path("key");

        with(key).get("/api/v1/stream-probe").then().statusCode(200);
        with(key).post("/api/v1/stream-probe").then().statusCode(200);
    }

    @Test
    void aNameIsTakenOnlyOnce() {
        create("twice", "READ").then().statusCode(201);
        create("twice", "READ").then().statusCode(409).body("type", equalTo("/problems/name-taken"));
    }

    @Test
    void anUnknownScopeIsMalformed() {
        create("scope", "ROOT").then().statusCode(400).body("errors[0].field", equalTo("scope"));
    }

    @Test
    void aKeyNeedsNoCsrfTokenAndCountsBeforeACookie() {
        given().cookie("tiercast_session", "gone")
                .auth()
                .oauth2(CredentialsTest.KEY)
                .post("/api/v1/stream-probe")
                .then()
                .statusCode(200);
        Browser.loggedIn()
                .reading()
                .auth()
                .oauth2("wrong")
                .get("/api/v1/stream-probe")
                .then()
                .statusCode(401);
    }

    private static Response create(String name, String scope) {
        return with(CredentialsTest.KEY)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "scope", scope))
                .post("/api/v1/api-keys");
    }

    private static RequestSpecification with(String key) {
        return given().auth().oauth2(key);
    }
}
