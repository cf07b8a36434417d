package io.tiercast.event;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.contact;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.json;
import static io.tiercast.contact.People.phone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactEventTest {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Inject
    Sql sql;

    @Inject
    ContactEventDays days;

    @Test
    void peopleAreNamedByPhoneIdOrExternalId() {
        String phone = phone();
        String name = name();
        long id = create("{'phone':'%s','externalId':'shop-%s'}".formatted(phone, phone))
                .extract()
                .jsonPath()
                .getLong("id");
        tell("{'phone':'%s','name':'%s'},{'contactId':%d,'name':'%s'},{'externalId':'shop-%s','name':'%s'}"
                        .formatted(phone, name, id, name, phone, name))
                .body("accepted", equalTo(3))
                .body("rejected", hasSize(0));
        assertMatched(name, 3, 1);
        assertMatched(name, 4, 0);
    }

    @Test
    void whatMakesNoSenseIsRejectedByItsPlaceAndTheRestIsStored() {
        long id = contact();
        String name = name();
        String future = Instant.now().plus(Duration.ofHours(1)).toString();
        String old = Instant.now().minus(Duration.ofDays(401)).toString();
        tell("""
                {'contactId':%1$d,'name':'%2$s'},
                {'contactId':999999999,'name':'%2$s'},
                {'phone':'nonsense','name':'%2$s'},
                {'contactId':%1$d,'name':'%2$s','at':'%3$s'},
                {'contactId':%1$d,'name':'%2$s','at':'%4$s'},
                {'contactId':%1$d,'name':' '},
                {'name':'%2$s'},
                {'contactId':%1$d,'externalId':'x','name':'%2$s'},
                null,
                {'contactId':%1$d,'name':'%2$s','properties':{'a':'%5$s'}},
                {'contactId':%1$d,'name':' message.read'},
                {'contactId':%1$d,'name':'consent.opted_in'},
                {'contactId':%1$d,'name':'%2$s','properties':{'a':[{'b\\u0000':1}]}},
                {'contactId':%1$d,'name':'%2$s'}""".formatted(id, name, future, old, "x".repeat(9_000)))
                .body("accepted", equalTo(2))
                .body("rejected.index", contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
                .body("rejected[2].reason", equalTo("at: lies in the future"));
        assertMatched(name, 2, 1);
        assertMatched(name, 3, 0);
    }

    @Test
    void aRequestOfTheWrongShapeStoresNothing() {
        long id = contact();
        String name = name();
        String fine = "{'contactId':%d,'name':'%s'}".formatted(id, name);
        post(fine + ",{'contactId':%d,'name':'x','colour':1}".formatted(id)).statusCode(400);
        post(fine + ",{'contactId':%d,'name':'x','at':'yesterday'}".formatted(id))
                .statusCode(400)
                .body("errors.field", contains("events[1].at"));
        post(String.join(",", IntStream.range(0, 1_001).mapToObj(i -> fine).toList()))
                .statusCode(400);
        json("{}").post("/api/v1/events").then().statusCode(400);
        assertMatched(name, 1, 0);
    }

    @Test
    void anIdCountsOnceWithinACallAndEverAfter() {
        long id = contact();
        String name = name();
        String event = "{'contactId':%d,'name':'%s','id':'order-%s','at':'%s'}";
        String first = event.formatted(id, name, name, Instant.now().minus(Duration.ofDays(3)));
        String again = event.formatted(id, name, name, Instant.now());
        tell(first + "," + again).body("accepted", equalTo(2));
        tell(again).body("accepted", equalTo(1)).body("rejected", hasSize(0));
        assertMatched(name, 1, 1);
        assertMatched(name, 2, 0);
    }

    @Test
    void callsAtTheSameTimeAreAllStored() {
        long id = contact();
        String name = name();
        String call = String.join(
                ",",
                IntStream.range(0, 100)
                        .mapToObj(i -> "{'contactId':%d,'name':'%s','id':'%s-%d'}".formatted(id, name, name, i))
                        .toList());
        List<CompletableFuture<Void>> calls = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> tell(call).body("accepted", equalTo(100))))
                .toList();
        calls.forEach(CompletableFuture::join);
        assertMatched(name, 100, 1);
        assertMatched(name, 101, 0);
    }

    @Test
    void filtersAskWhenHowOftenAndWhat() {
        long buyer = contact();
        long visitor = contact();
        String name = name();
        tell("""
                {'contactId':%1$d,'name':'%3$s','at':'%4$s','properties':{'total':150,'shop':'Pune'}},
                {'contactId':%1$d,'name':'%3$s','at':'%5$s','properties':{'total':50}},
                {'contactId':%2$d,'name':'%3$s','at':'%5$s','properties':{'total':20}}""".formatted(buyer, visitor, name, Instant.now().minus(Duration.ofDays(40)), Instant.now()))
                .body("accepted", equalTo(3));
        matched("'name':'%s'".formatted(name), 2);
        matched("'name':'%s','within':'P30D','atLeast':2".formatted(name), 0);
        matched("'name':'%s','within':'P60D','atLeast':2".formatted(name), 1);
        matched("'name':'%s','where':[{'path':'event.total','op':'GT','value':100}]".formatted(name), 1);
        matched(
                "'name':'%s','within':'P30D','where':[{'path':'event.total','op':'GT','value':100}]".formatted(name),
                0);
        matched("'name':'%s','where':[{'path':'event.shop','op':'NE','value':'Pune'}]".formatted(name), 2);
    }

    @Test
    void aDeletedContactLeavesNoEvents() {
        long id = contact();
        String name = name();
        tell("{'contactId':%d,'name':'%s'}".formatted(id, name));
        api().delete("/api/v1/contacts/" + id).then().statusCode(204);
        assertEquals(0, count("select count(*) from contact_event where name = $1", name));
    }

    @Test
    void daysPastRetentionAreForgottenWithTheirIds() {
        long id = contact();
        String name = name();
        LocalDate old = LocalDate.now(ZoneOffset.UTC).minusDays(399);
        tell("{'contactId':%d,'name':'%s','id':'old-%s','at':'%sT12:00:00Z'}".formatted(id, name, name, old));
        tell("{'contactId':%d,'name':'%s','id':'new-%s'}".formatted(id, name, name));
        days.forgetBefore(old.plusDays(1)).await().indefinitely();
        assertEquals(1, count("select count(*) from contact_event where name = $1", name));
        assertEquals(1, count("select count(*) from contact_event_id where id like '%' || $1", name));
        assertMatched(name, 1, 1);
    }

    private long count(String query, String name) {
        return sql.first(query, row -> row.getLong(0), name).await().indefinitely();
    }

    private static String name() {
        return "did-" + NAMES.incrementAndGet();
    }

    private static ValidatableResponse tell(String events) {
        return post(events).statusCode(202);
    }

    private static ValidatableResponse post(String events) {
        return json("{'events':[" + events + "]}").post("/api/v1/events").then();
    }

    private static void assertMatched(String name, int atLeast, int people) {
        matched("'name':'%s','atLeast':%d".formatted(name, atLeast), people);
    }

    private static void matched(String event, int people) {
        json("{'filter':{'type':'event'," + event + "}}")
                .post("/api/v1/segments/preview")
                .then()
                .statusCode(200)
                .body("matched", equalTo(people));
    }
}
