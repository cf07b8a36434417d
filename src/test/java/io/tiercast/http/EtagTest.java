package io.tiercast.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EtagTest {

    private static final String KEY = "test-key-test-key-test-key-test-key";

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "*", "\"4\", \"5\""})
    void theVersionThatWasSeenMayBeChanged(String ifMatch) {
        patch(ifMatch).then().statusCode(200).header("ETag", "\"6\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"4\"", "W/\"5\"", "5", "\"\"", "nonsense"})
    void anyOtherVersionIsStale(String ifMatch) {
        patch(ifMatch).then().statusCode(412).body("type", equalTo("/problems/stale"));
    }

    @ParameterizedTest
    @CsvSource({"'\"7\"', 304", "'W/\"7\"', 304", "*, 304", "'\"6\"', 200"})
    void whoeverHasTheVersionIsSparedTheBody(String ifNoneMatch, int status) {
        asAdmin()
                .header("If-None-Match", ifNoneMatch)
                .get("/api/v1/probe/7")
                .then()
                .statusCode(status)
                .header("ETag", "\"7\"")
                .body(status == 304 ? emptyString() : equalTo("{\"id\":7}"));
    }

    private static io.restassured.response.Response patch(String ifMatch) {
        return asAdmin()
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body("{}")
                .patch("/api/v1/probe");
    }

    private static RequestSpecification asAdmin() {
        return given().auth().oauth2(KEY);
    }
}
