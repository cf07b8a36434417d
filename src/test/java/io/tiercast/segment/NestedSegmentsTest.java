package io.tiercast.segment;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.contact;
import static io.tiercast.contact.People.json;
import static io.tiercast.segment.SegmentCalls.freshTag;
import static io.tiercast.segment.SegmentCalls.people;
import static io.tiercast.segment.SegmentCalls.person;
import static io.tiercast.segment.SegmentCalls.segment;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tiercast.boot.Waiting;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Segments made of other segments and of groups. */
@QuarkusTest
class NestedSegmentsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Sql sql;

    @Test
    void segmentsAndGroupsAreNested() {
        String tag = freshTag("nested");
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
    void whatIsDeletedJustThenIsNamed() {
        long group = json("{'name':'%s'}".formatted(freshTag("Goes")))
                .post("/api/v1/groups")
                .jsonPath()
                .getLong("id");
        CompletableFuture<Response> saving = sql.inTransaction(
                        deleting -> deleting.preparedQuery("delete from contact_group where id = $1")
                                .execute(Tuple.of(group))
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(deleted -> supplyAsync(() -> save(group)))
                                .invoke(() -> Waiting.until("the segment to wait", SOON, this::somebodyWaits)))
                .await()
                .atMost(SOON);
        saving.join()
                .then()
                .statusCode(422)
                .body("errors.field", contains("filter.groupId"))
                .body("errors.message", contains("there is no group " + group));
    }

    private static Response save(long group) {
        return json("{'name':'%s','filter':{'type':'group','groupId':%d}}".formatted(freshTag("Late"), group))
                .post("/api/v1/segments");
    }

    private boolean somebodyWaits() {
        return sql.first(
                        "select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query like '%segment%')",
                        row -> row.getBoolean(0))
                .await()
                .atMost(SOON);
    }
}
