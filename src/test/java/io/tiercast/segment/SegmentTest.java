package io.tiercast.segment;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.json;
import static io.tiercast.segment.SegmentCalls.freshTag;
import static io.tiercast.segment.SegmentCalls.people;
import static io.tiercast.segment.SegmentCalls.person;
import static io.tiercast.segment.SegmentCalls.preview;
import static io.tiercast.segment.SegmentCalls.segment;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A segment is a saved filter: kept, answered as given, and asked anew each time. */
@QuarkusTest
class SegmentTest {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Test
    void aSegmentIsCreatedListedReplacedAndDeleted() {
        int id = segment("{'type':'tag','tag':'vip'}");
        api().get("/api/v1/segments").then().statusCode(200).body("items.id", hasItem(id));
        json("{'name':'Replaced %d','filter':{'type':'not','of':{'type':'tag','tag':'vip'}}}".formatted(id))
                .put("/api/v1/segments/" + id)
                .then()
                .statusCode(200)
                .body("filter.type", equalTo("not"))
                .body("filter.of.tag", equalTo("vip"));
        api().get("/api/v1/segments/" + id).then().body("name", equalTo("Replaced " + id));
        api().delete("/api/v1/segments/" + id).then().statusCode(204);
        api().get("/api/v1/segments/" + id).then().statusCode(404);
    }

    @Test
    void aFilterIsAnsweredAsItWasGiven() {
        String filter =
                "{\"type\":\"all\",\"of\":[{\"type\":\"property\",\"path\":\"contact.attributes.total\",\"op\":\"BETWEEN\","
                        + "\"value\":[1,2.5]},{\"type\":\"property\",\"path\":\"contact.name\",\"op\":\"EXISTS\"}]}";
        int id = segment(filter);
        String answer = api().get("/api/v1/segments/" + id).asString();
        assertTrue(answer.contains(filter), answer);
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        int id = segment("{'type':'tag','tag':'vip'}");
        String tag = api().get("/api/v1/segments/" + id).header("ETag");
        String body = "{'name':'Seen %d','filter':{'type':'tag','tag':'gold'}}".formatted(id);
        json(body).header("If-Match", tag).put("/api/v1/segments/" + id).then().statusCode(200);
        json(body).header("If-Match", tag).put("/api/v1/segments/" + id).then().statusCode(412);
        api().header("If-Match", tag).delete("/api/v1/segments/" + id).then().statusCode(412);
    }

    @Test
    void aNameIsTakenOnce() {
        String body = "{'name':'%s','filter':{'type':'tag','tag':'vip'}}";
        json(body.formatted("Twice")).post("/api/v1/segments").then().statusCode(201);
        json(body.formatted(" Twice ")).post("/api/v1/segments").then().statusCode(409);
    }

    @Test
    void whoIsInASegmentIsAskedAnewEachTime() {
        String tag = freshTag("live");
        int id = segment("{'type':'tag','tag':'%s'}".formatted(tag));
        int first = person("'tags':['%s']".formatted(tag));
        people(id).body("items.id", contains(first));
        int second = person("'tags':['%s']".formatted(tag));
        people(id).body("items.id", contains(second, first));
        String cursor = api().get("/api/v1/segments/" + id + "/contacts?limit=1")
                .then()
                .body("nextCursor", notNullValue())
                .extract()
                .path("nextCursor");
        api().get("/api/v1/segments/" + id + "/contacts?limit=1&cursor=" + cursor)
                .then()
                .body("items.id", contains(first))
                .body("nextCursor", nullValue());
    }

    @Test
    void aPreviewTellsWhoCanBeWrittenToAndWhyNotTheOthers() {
        String tag = freshTag("preview");
        person("'tags':['%s'],'consent':{'marketing':'OPTED_IN'}".formatted(tag));
        person("'tags':['%s'],'consent':{'marketing':'OPTED_OUT'}".formatted(tag));
        person("'tags':['%s']".formatted(tag));
        preview("{'type':'tag','tag':'%s'}".formatted(tag))
                .body("matched", equalTo(3))
                .body("messageable", equalTo(1))
                .body("skipped.OPTED_OUT", equalTo(1))
                .body("skipped.NOT_OPTED_IN", equalTo(1))
                .body("sample", hasSize(3));
        json("{'filter':{'type':'tag','tag':'%s'},'category':'UTILITY'}".formatted(tag))
                .post("/api/v1/segments/preview")
                .then()
                .statusCode(200)
                .body("messageable", equalTo(3));
    }

    @Test
    void anUnknownSegmentIsNotFound() {
        api().get("/api/v1/segments/999999999").then().statusCode(404);
        api().get("/api/v1/segments/999999999/contacts").then().statusCode(404);
        api().delete("/api/v1/segments/999999999").then().statusCode(404);
        json("{'name':'x','filter':{'type':'tag','tag':'x'}}")
                .put("/api/v1/segments/999999999")
                .then()
                .statusCode(404);
    }
}
