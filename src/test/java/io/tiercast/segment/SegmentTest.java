package io.tiercast.segment;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.contact;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.json;
import static io.tiercast.contact.People.phone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        String tag = "live" + NAMES.incrementAndGet();
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
        String tag = "preview" + NAMES.incrementAndGet();
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
    void segmentsAndGroupsAreNested() {
        String tag = "nested" + NAMES.incrementAndGet();
        int group = json("{'name':'%s'}".formatted(tag)).post("/api/v1/groups").path("id");
        int tagged = person("'tags':['%s']".formatted(tag));
        int both = person("'tags':['%s']".formatted(tag));
        long member = contact();
        json("{'contactIds':[%d,%d]}".formatted(both, member))
                .post("/api/v1/groups/" + group + "/members")
                .then()
                .statusCode(200);
        int inner = segment("{'type':'tag','tag':'%s'}".formatted(tag));
        String innerAndGroup =
                "[{'type':'segment','segmentId':%d},{'type':'group','groupId':%d}]".formatted(inner, group);
        people(segment("{'type':'all','of':%s}".formatted(innerAndGroup))).body("items.id", contains(both));
        people(segment("{'type':'any','of':%s}".formatted(innerAndGroup)))
                .body("items.id", contains((int) member, both, tagged));
        people(segment(
                        "{'type':'all','of':[{'type':'segment','segmentId':%d},{'type':'not','of':{'type':'group','groupId':%d}}]}"
                                .formatted(inner, group)))
                .body("items.id", contains(tagged));
    }

    @Test
    void aSegmentCannotContainItself() {
        int inner = segment("{'type':'tag','tag':'vip'}");
        int middle = segment("{'type':'not','of':{'type':'segment','segmentId':%d}}".formatted(inner));
        int outer = segment("{'type':'any','of':[{'type':'segment','segmentId':%d}]}".formatted(middle));
        json("{'name':'Round %d','filter':{'type':'segment','segmentId':%d}}".formatted(inner, outer))
                .put("/api/v1/segments/" + inner)
                .then()
                .statusCode(422)
                .body("errors.field", contains("filter"))
                .body("detail", containsString("Round " + inner + " → Segment"));
        json("{'name':'Self %d','filter':{'type':'segment','segmentId':%d}}".formatted(inner, inner))
                .put("/api/v1/segments/" + inner)
                .then()
                .statusCode(422);
    }

    @Test
    void segmentsThatDoubleEachTimeAreStopped() {
        int id = segment("{'type':'tag','tag':'vip'}");
        int status = 201;
        for (int i = 0; i < 15 && status == 201; i++) {
            String both = "{'type':'segment','segmentId':%d},{'type':'segment','segmentId':%d}".formatted(id, id);
            var answer = json("{'name':'Doubled %d','filter':{'type':'all','of':[%s]}}".formatted(id, both))
                    .post("/api/v1/segments");
            status = answer.statusCode();
            id = status == 201 ? answer.path("id") : id;
        }
        assertEquals(422, status);
    }

    @Test
    void whatASegmentIsMadeOfStays() {
        int inner = segment("{'type':'tag','tag':'vip'}");
        int group = json("{'name':'Used %d'}".formatted(inner))
                .post("/api/v1/groups")
                .path("id");
        int outer = segment("{'type':'any','of':[{'type':'segment','segmentId':%d},{'type':'group','groupId':%d}]}"
                .formatted(inner, group));
        api().delete("/api/v1/segments/" + inner).then().statusCode(409).body("detail", containsString("Segment "));
        api().delete("/api/v1/groups/" + group).then().statusCode(409);
        api().delete("/api/v1/segments/" + outer).then().statusCode(204);
        api().delete("/api/v1/segments/" + inner).then().statusCode(204);
        api().delete("/api/v1/groups/" + group).then().statusCode(204);
    }

    @Test
    void whatDoesNotExistIsNamed() {
        refused("{'type':'all','of':[{'type':'group','groupId':99999999}]}", 422, "filter.of[0].groupId");
        refused("{'type':'not','of':{'type':'segment','segmentId':99999999}}", 422, "filter.of.segmentId");
        refused("{'type':'campaign','campaignId':99999999,'reached':'READ'}", 422, "filter.campaignId");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'all','of':[{'type':'tag','tag':'x'},{'type':'property','path':'contact.name','op':'LIKE','value':'x'}]} | filter.of[1].op
            {'type':'some','of':[]} | filter.type
            {'of':[]} | filter.type
            {'type':'all'} | filter.of
            {'type':'all','of':[null]} | filter.of[0]
            {'type':'tag','tag':'x','colour':1} | filter.colour
            {'type':'tag'} | filter.tag
            {'type':'tag','tag':5} | filter.tag
            {'type':'group','groupId':'x'} | filter.groupId
            {'type':'not','of':[]} | filter.of
            {'type':'campaign','campaignId':1,'reached':'SEEN'} | filter.reached
            {'type':'event','name':'x','atLeast':0} | filter.atLeast
            {'type':'event','name':'x','where':[{'path':'event.x','op':'NO','value':1}]} | filter.where[0].op
            """)
    void aFilterOfTheWrongShapeIsRefusedByItsField(String filter, String field) {
        refused(filter, 400, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'property','path':'contact.shoe','op':'EQ','value':'x'} | filter.path
            {'type':'property','path':'name','op':'EQ','value':'x'} | filter.path
            {'type':'property','path':'contact.name','op':'GT','value':'x'} | filter.op
            {'type':'property','path':'contact.name','op':'EQ','value':5} | filter.value
            {'type':'property','path':'contact.name','op':'EQ'} | filter.value
            {'type':'property','path':'contact.name','op':'EXISTS','value':'x'} | filter.value
            {'type':'property','path':'contact.name','op':'IN','value':'x'} | filter.value
            {'type':'property','path':'contact.name','op':'IN','value':['x',5]} | filter.value[1]
            {'type':'property','path':'contact.createdAt','op':'GT','value':'yesterday'} | filter.value
            {'type':'property','path':'contact.createdAt','op':'WITHIN_LAST','value':'30'} | filter.value
            {'type':'property','path':'contact.createdAt','op':'WITHIN_LAST','value':'-P1D'} | filter.value
            {'type':'property','path':'contact.createdAt','op':'BETWEEN','value':['2026-01-01']} | filter.value
            {'type':'property','path':'contact.createdAt','op':'EQ','value':'2026-01-01','timezone':'Mars'} | filter.timezone
            {'type':'property','path':'contact.consent.marketing','op':'EQ','value':'MAYBE'} | filter.value
            {'type':'property','path':'contact.attributes.checkedNumber','op':'EQ','value':'five'} | filter.value
            {'type':'property','path':'contact.attributes.checkedNumber','op':'CONTAINS','value':'5'} | filter.op
            {'type':'property','path':'contact.attributes.checkedDate','op':'GT','value':7} | filter.value
            {'type':'property','path':'contact.attributes.unheardOf','op':'EQ','value':{'a':1}} | filter.value
            {'type':'event','name':'x','within':'soon'} | filter.within
            {'type':'event','name':'x','where':[{'path':'total','op':'EQ','value':1}]} | filter.where[0].path
            """)
    void aFilterThatMakesNoSenseIsRefusedByItsField(String filter, String field) {
        person("'attributes':{'checkedNumber':5,'checkedDate':'2026-01-01'}");
        refused(filter, 422, field);
    }

    @Test
    void aFilterTooDeepOrTooLargeIsRefused() {
        String tag = "{'type':'tag','tag':'x'}";
        refused("{'type':'not','of':".repeat(10) + tag + "}".repeat(10), 422, "filter" + ".of".repeat(10));
        refused("{'type':'any','of':[" + (tag + ",").repeat(200) + tag + "]}", 422, "filter");
        preview("{'type':'not','of':".repeat(9) + tag + "}".repeat(9));
        preview("{'type':'any','of':[" + (tag + ",").repeat(199) + tag + "]}");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 900, 20_000})
    void aFilterOfWhateverDepthIsTheClientsFault(int depth) {
        String filter = "{'type':'not','of':".repeat(depth) + "{'type':'tag','tag':'x'}" + "}".repeat(depth);
        json("{'filter':" + filter + "}")
                .post("/api/v1/segments/preview")
                .then()
                .statusCode(oneOf(400, 422));
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

    private static void refused(String filter, int status, String field) {
        json("{'name':'Refused','filter':%s}".formatted(filter))
                .post("/api/v1/segments")
                .then()
                .statusCode(status)
                .body("errors.field", hasItem(field));
        json("{'filter':%s}".formatted(filter))
                .post("/api/v1/segments/preview")
                .then()
                .statusCode(status)
                .body("errors.field", hasItem(field));
    }

    private static int segment(String filter) {
        return json("{'name':'Segment %d','filter':%s}".formatted(NAMES.incrementAndGet(), filter))
                .post("/api/v1/segments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static int person(String fields) {
        return create("{'phone':'%s',%s}".formatted(phone(), fields)).extract().path("id");
    }

    private static ValidatableResponse people(int segment) {
        return api().get("/api/v1/segments/" + segment + "/contacts").then().statusCode(200);
    }

    private static ValidatableResponse preview(String filter) {
        return json("{'filter':%s}".formatted(filter))
                .post("/api/v1/segments/preview")
                .then()
                .statusCode(200);
    }
}
