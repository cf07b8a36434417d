package io.tiercast.security;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Somebody who logged in. */
record Browser(String cookie, String csrfToken) {

    static Browser loggedIn() {
        Response session = logIn("admin", "test-password-test-password");
        session.then().statusCode(201);
        return new Browser(session.getCookie("tiercast_session"), session.path("csrfToken"));
    }

    static Response logIn(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/session");
    }

    /** As an EventSource or a link does it. */
    RequestSpecification reading() {
        return given().cookie("tiercast_session", cookie);
    }

    RequestSpecification changing() {
        return reading().header("X-CSRF-Token", csrfToken);
    }
}
