package io.tiercast.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MergePatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"application/merge-patch+json", "application/json"})
    void whatIsNamedIsSetNullClearsAndTheRestStays(String contentType) {
        patch(
                        contentType,
                        "{\"name\":\"new\",\"colour\":null,\"attributes\":{\"age\":null,\"vip\":true},\"tags\":[\"b\",\"c\"]}")
                .statusCode(200)
                .body("name", equalTo("new"))
                .body("number", equalTo(1))
                .body("colour", nullValue())
                .body("attributes", equalTo(java.util.Map.of("city", "Pune", "vip", true)))
                .body("tags", equalTo(java.util.List.of("b", "c")))
                .body("inner.ids", hasItem(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'nonsense':1}            | nonsense",
                "{'inner':{'ids':['x']}}   | inner.ids[0]",
                "{'name':null}             | name",
                "{'name':''}               | name",
                "{'number':null}           | number",
                "{'tags':['']}             | tags[0]",
            })
    void aPatchIsCheckedLikeARequest(String patch, String field) {
        patch(MergePatch.MEDIA_TYPE, patch.replace('\'', '"')).statusCode(400).body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "3", "null", ""})
    void aPatchIsAnObject(String patch) {
        patch("application/json", patch).statusCode(400).body("type", equalTo("/problems/malformed-request"));
    }

    @Test
    void aPatchOfAnotherTypeIs415() {
        patch("text/plain", "{}").statusCode(415);
    }

    private static ValidatableResponse patch(String contentType, String body) {
        return given().auth()
                .oauth2("test-key-test-key-test-key-test-key")
                .contentType(contentType)
                .body(body)
                .patch("/api/v1/probe")
                .then();
    }
}
