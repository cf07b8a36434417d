package io.tiercast.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionTest {

    @Inject
    Sql sql;

    @Test
    void aSessionOpensReadsChangesAndEnds() {
        Browser browser = Browser.loggedIn();

        browser.reading()
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("username", equalTo("admin"))
                .body("scope", equalTo("ADMIN"))
                .body("csrfToken", equalTo(browser.csrfToken()))
                .body("passwordChangeDue", equalTo(false));
        browser.changing().post("/api/v1/stream-probe").then().statusCode(200);
        browser.changing()
                .delete("/api/v1/session")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("Max-Age=0"));
        browser.reading().get("/api/v1/session").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        String cookie = Browser.logIn("admin", "test-password-test-password").header("Set-Cookie");

        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"), cookie);
        assertFalse(cookie.contains("Secure"), cookie);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void aChangeThatReliesOnTheCookieNeedsTheToken(String token) {
        Browser.loggedIn()
                .reading()
                .header("X-CSRF-Token", token)
                .post("/api/v1/stream-probe")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/csrf-token"));
    }

    @Test
    void theTokenOfAnotherSessionIsRefused() {
        Browser other = Browser.loggedIn();
        Browser.loggedIn()
                .reading()
                .header("X-CSRF-Token", other.csrfToken())
                .delete("/api/v1/session")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"admin, wrong", "nobody-1, test-password-test-password"})
    void wrongNameAndWrongPasswordAreToldAlike(String username, String password) {
        Browser.logIn(username, password)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", equalTo("Wrong user name or password"))
                .header("Set-Cookie", nullValue());
    }

    @Test
    void aLogInWithoutFieldsIsMalformed() {
        given().contentType(ContentType.JSON)
                .body(Map.of("username", ""))
                .post("/api/v1/session")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("password", "username")));
    }

    @Test
    void guessingIsSlowedDown() {
        for (int guess = 0; guess < 5; guess++) {
            Browser.logIn("nobody-2", "guess " + guess).then().statusCode(401);
        }

        Browser.logIn("nobody-2", "guess")
                .then()
                .statusCode(429)
                .header("Retry-After", Integer::parseInt, allOf(greaterThan(0), lessThanOrEqualTo(900)))
                .body("type", equalTo("/problems/too-many-attempts"));
    }

    @Test
    void aStaleCookieDoesNotKeepAnybodyFromLoggingIn() {
        given().cookie("tiercast_session", "gone")
                .contentType(ContentType.JSON)
                .body(Map.of("username", "admin", "password", "test-password-test-password"))
                .post("/api/v1/session")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seen_at = now() - interval '13 hours'", "created_at = now() - interval '15 days'"})
    void aSessionRunsOutWhenIdleAndInTheEnd(String age) {
        Browser browser = Browser.loggedIn();
        change("update user_session set " + age + " where hash = $1", Secrets.hash(browser.cookie()));

        browser.reading().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void useKeepsASessionAlive() {
        Browser browser = Browser.loggedIn();
        String hash = Secrets.hash(browser.cookie());
        change("update user_session set seen_at = now() - interval '11 hours' where hash = $1", hash);

        browser.reading().get("/api/v1/session").then().statusCode(200);

        assertEquals(
                1,
                change(
                        "update user_session set seen_at = now() where hash = $1 and seen_at > now() - interval '1 minute'",
                        hash));
    }

    @Test
    void secretsAreStoredAsHashesOnly() {
        Browser browser = Browser.loggedIn();

        assertEquals(0, change("update user_session set hash = hash where hash = $1", browser.cookie()));
        assertEquals(0, change("update api_key set hash = hash where hash = $1", CredentialsTest.KEY));
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsOtherSessions() {
        addUser("changer", "old password");
        Browser elsewhere = logIn("changer", "old password");
        Browser here = logIn("changer", "old password");

        changePassword(here, "not the old one", 401);
        changePassword(here, "old password", 204);

        here.reading().get("/api/v1/session").then().statusCode(200).body("passwordChangeDue", equalTo(false));
        elsewhere.reading().get("/api/v1/session").then().statusCode(401);
        Browser.logIn("changer", "old password").then().statusCode(401);
        Browser.logIn("changer", "new password").then().statusCode(201);
    }

    private static void changePassword(Browser browser, String current, int status) {
        browser.changing()
                .contentType(ContentType.JSON)
                .body(Map.of("current", current, "password", "new password"))
                .put("/api/v1/session/password")
                .then()
                .statusCode(status);
    }

    private static Browser logIn(String username, String password) {
        Response session = Browser.logIn(username, password);
        return new Browser(session.getCookie("tiercast_session"), session.path("csrfToken"));
    }

    private void addUser(String username, String password) {
        change(
                "insert into app_user (username, password_hash, one_time) values ($1, $2, true)",
                username,
                BcryptUtil.bcryptHash(password));
    }

    private int change(String statement, Object... arguments) {
        return sql.run(statement, arguments).await().atMost(Duration.ofSeconds(5));
    }
}
