package io.tiercast.segment;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.json;
import static io.tiercast.contact.People.phone;

import io.restassured.response.ValidatableResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** What the tests say of segments over HTTP. */
final class SegmentCalls {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private SegmentCalls() {}

    /** A tag that nobody has yet. */
    static String freshTag(String name) {
        return name + NAMES.incrementAndGet();
    }

    static int segment(String filter) {
        return json("{'name':'Segment %d','filter':%s}".formatted(NAMES.incrementAndGet(), filter))
                .post("/api/v1/segments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static int person(String fields) {
        return create("{'phone':'%s',%s}".formatted(phone(), fields)).extract().path("id");
    }

    static ValidatableResponse people(int segment) {
        return api().get("/api/v1/segments/" + segment + "/contacts").then().statusCode(200);
    }

    static ValidatableResponse preview(String filter) {
        return json("{'filter':%s}".formatted(filter))
                .post("/api/v1/segments/preview")
                .then()
                .statusCode(200);
    }
}
