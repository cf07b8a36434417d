package io.tiercast.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ErrorsTest {

    private static final String KEY = "test-key-test-key-test-key-test-key";
    private static final String MALFORMED = "/problems/malformed-request";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'name':'a','number':1,'nonsense':2}            | nonsense        | is not a known field",
                "{'name':'a','number':1,'inner':{'other':2}}     | inner.other     | is not a known field",
                "{'name':'a','number':1,'inner':{'ids':['x']}}   | inner.ids[0]    | must be an integer within its range",
                "{'name':'a','number':1,'inner':{'ids':[1,{}]}}  | inner.ids[1]    | must be an integer within its range",
                "{'name':'a','number':1,'inner':{'ids':3}}       | inner.ids       | must be an array",
                "{'name':'a','number':1,'inner':[]}              | inner           | must be an object",
                "{'name':'a','number':1.5}                       | number          | must be an integer within its range",
                "{'name':'a','number':'1'}                       | number          | must be an integer within its range",
                "{'name':'a','number':99999999999}               | number          | must be an integer within its range",
                "{'name':'a','number':null}                      | number          | must not be null",
                "{'name':'a','number':1,'colour':'BLUE'}         | colour          | must be one of RED, GREEN",
                "{'name':'a','number':1,'colour':0}              | colour          | must be one of RED, GREEN",
                "{'name':'a','number':1,'colour':''}             | colour          | must be one of RED, GREEN",
                "{'name':'a','number':1,'yes':'true'}            | yes             | must be true or false",
                "{'name':'a','number':1,'yes':1}                 | yes             | must be true or false",
                "{'name':'a','number':1,'at':'noon'}             | at              | must be a time such as 2026-12-01T10:00:00Z",
                "{'name':5,'number':1}                           | name            | must be a string",
                "{'name':['a'],'number':1}                       | name            | must be a string",
                "{'name':'a','number':1,'tags':[7]}              | tags[0]         | must be a string",
                "{'name':'a\\u0000b','number':1}                 | name            | must not hold the character NUL",
                "{'name':'a','number':1,'tags':['\\u0000']}      | tags[0]         | must not hold the character NUL",
                "{'name':'  ','number':1}                        | name            | must not be blank",
                "{'number':1}                                    | name            | must not be blank",
                "{'name':'a','number':1,'tags':['b','']}         | tags[1]         | must not be blank",
            })
    void aWrongFieldIsNamedByItsPath(String body, String field, String message) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo(MALFORMED))
                .body("instance", equalTo("/api/v1/probe"))
                .body("errors.field", hasItem(field))
                .body("errors.message", hasItem(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'a'",
                "{'name':'a','number':1} {}",
                "{'name':'a','name':'b','number':1}",
                "{name:'a'}",
                "nonsense",
                "[]",
                "3",
                "null",
                "",
                "{'name':'a','number':1,'inner':{'ids':[1,tru]}}",
                "\\u0000",
            })
    void aBodyThatIsNoJsonObjectIsRefusedAsAWhole(String body) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo(MALFORMED))
                .body(
                        "detail",
                        allOf(notNullValue(), not(containsString("io.tiercast")), not(containsString("Source"))))
                .body("errors", nullValue());
    }

    @Test
    void aBodyNestedBeyondReasonIsRefused() {
        post("[".repeat(100_000)).statusCode(400).body("type", equalTo(MALFORMED));
    }

    @Test
    void severalWrongFieldsAreToldAtOnce() {
        post("{'name':'','number':1,'tags':['']}")
                .statusCode(400)
                .body("errors.field", equalTo(List.of("name", "tags[0]")));
    }

    @Test
    void aMethodThatMayGoWithoutABodyDoes() {
        asAdmin()
                .contentType("application/json")
                .post("/api/v1/probe/optional")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=abc, limit",
        "limit=99999999999, limit",
        "limit=0, limit",
        "limit=201, limit",
        "cursor=%25%25, cursor",
        "colour=BLUE, colour",
        "search=a%00b, search",
    })
    void aWrongQueryParameterIsNamed(String query, String field) {
        asAdmin()
                .urlEncodingEnabled(false)
                .get("/api/v1/probe?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo(MALFORMED))
                .body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/probe/abc", "/api/v1/probe/99999999999999999999", "/api/v1/nowhere", "/api/nowhere"})
    void whatIsNotThereIs404(String path) {
        asAdmin()
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"))
                .body("instance", equalTo(path));
    }

    @Test
    void aPathThatCannotBeDecodedIsTheCallersFault() throws IOException {
        String answer = raw("GET /api/v1/probe/%ZZ HTTP/1.1");

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    }

    /** A request line that no decent client lets through. */
    private static String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String headers = "\r\nHost: localhost\r\nAuthorization: Bearer " + KEY + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((requestLine + headers).getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void anotherMethodIs405AndAnotherTypeIs415() {
        asAdmin().delete("/api/v1/probe").then().statusCode(405).body("type", equalTo("/problems/method-not-allowed"));
        asAdmin()
                .contentType("text/plain")
                .body("hello")
                .post("/api/v1/probe")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unsupported-media-type"));
        asAdmin().accept("image/png").get("/api/v1/probe").then().statusCode(406);
    }

    @Test
    void aFaultOfOursTellsNothingOfItsInside() {
        post("{'name':'fails','number':1}")
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/internal-error"))
                .body("detail", not(containsString("secret")));
    }

    @ParameterizedTest
    @CsvSource({
        "'insert into contact_group (name) values (''twice''), (''twice'')', 409, /problems/already-exists",
        "'insert into user_session (hash, user_id) values (''x'', -1)', 409, /problems/reference",
        "'insert into api_key (name, scope, hash, created_by) values (''x'', ''ROOT'', ''x'', ''x'')', 422, /problems/invalid",
        "'select cast(99999999999 as integer)', 422, /problems/invalid",
        "'insert into installation (deployment) values (null)', 422, /problems/invalid",
    })
    void whatTheDatabaseRefusesIsTheCallersFaultAndNoSqlIsShown(String sql, int status, String type) {
        asAdmin()
                .contentType("application/json")
                .body(Map.of("sql", sql))
                .post("/api/v1/probe/sql")
                .then()
                .statusCode(status)
                .body("type", equalTo(type))
                .body("detail", allOf(not(containsString("insert")), not(containsString("constraint"))));
    }

    @Test
    void aNulThatReachesTheDatabaseIs422() {
        asAdmin()
                .contentType("application/json")
                .body("{\"text\":\"a\\u0000b\"}")
                .post("/api/v1/probe/store")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid"));
    }

    private static ValidatableResponse post(String body) {
        return asAdmin()
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/api/v1/probe")
                .then();
    }

    private static RequestSpecification asAdmin() {
        return given().auth().oauth2(KEY);
    }
}
