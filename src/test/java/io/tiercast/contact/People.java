package io.tiercast.contact;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicLong;

/** What tests of people say over and over: requests with the key, and phones that no other test uses. */
public final class People {

    private static final String KEY = "test-key-test-key-test-key-test-key";
    private static final AtomicLong NEXT = new AtomicLong(9_800_000_000L);

    private People() {}

    public static RequestSpecification api() {
        return given().header("Authorization", "Bearer " + KEY);
    }

    public static RequestSpecification json(String body) {
        return api().contentType(ContentType.JSON).body(body.replace('\'', '"'));
    }

    /** A fresh Indian phone. */
    public static String phone() {
        return "+91" + NEXT.incrementAndGet();
    }

    public static ValidatableResponse create(String body) {
        return json(body).post("/api/v1/contacts").then().statusCode(201);
    }

    /** The id of a fresh contact. */
    public static long contact() {
        return create("{'phone':'" + phone() + "'}").extract().jsonPath().getLong("id");
    }
}
