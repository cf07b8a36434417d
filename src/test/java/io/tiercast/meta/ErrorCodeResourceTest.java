package io.tiercast.meta;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErrorCodeResourceTest {

    @Test
    void everyCodeIsExplained() {
        given().auth()
                .oauth2("test-key-test-key-test-key-test-key")
                .get("/api/v1/error-codes")
                .then()
                .statusCode(200)
                .body("items.code", hasItems(0, 130429, 131026, 131049))
                .body("items.find { it.code == 131049 }.class", equalTo("DEFER"))
                .body("items.find { it.code == 131049 }.retryAfter", equalTo("PT24H"))
                .body("items.find { it.code == 200 }.lastCode", equalTo(299));
    }
}
