package io.tiercast.people;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.json;
import static io.tiercast.contact.People.phone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BulkChangeTest {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Sql sql;

    private final String tag = "bulk" + NAMES.incrementAndGet();
    private int first;
    private int second;

    @BeforeEach
    void twoPeople() {
        first = person("'vip'");
        second = person("");
    }

    @Test
    void aTagIsGivenToThoseWhoLackIt() {
        bulk("'action':'TAG','tags':['vip','new'],'contactIds':[%d,%d,999999999]".formatted(first, second))
                .statusCode(200)
                .body("matched", equalTo(2))
                .body("changed", equalTo(2));
        contact(first).body("tags", contains(tag, "vip", "new"));
        contact(second).body("tags", contains(tag, "vip", "new"));
        bulk("'action':'TAG','tags':['new'],'contactIds':[%d]".formatted(first)).body("changed", equalTo(0));
    }

    @Test
    void aTagIsTakenFromAllWhoMeetAFilter() {
        bulk("'action':'UNTAG','tags':['vip'],'filter':{'type':'tag','tag':'%s'}".formatted(tag))
                .statusCode(200)
                .body("matched", equalTo(2))
                .body("changed", equalTo(1));
        contact(first).body("tags", contains(tag));
    }

    @Test
    void manyAreChangedInMoreThanOneTransaction() {
        String many = "many" + tag;
        sql.run(
                        "insert into contact (phone, tags) select '+99155' || (1000000 + n), array[$1] from generate_series(1, 12000) n",
                        many)
                .await()
                .atMost(SOON);
        bulk("'action':'TAG','tags':['paged'],'filter':{'type':'tag','tag':'%s'}".formatted(many))
                .statusCode(200)
                .body("matched", equalTo(12_000))
                .body("changed", equalTo(12_000));
        assertEquals(
                3,
                sql.first(
                                "select count(distinct updated_at) from contact where $1 = any(tags) and 'paged' = any(tags)",
                                row -> row.getInteger(0),
                                many)
                        .await()
                        .atMost(SOON));
        sql.run("delete from contact where $1 = any(tags)", many).await().atMost(SOON);
    }

    @Test
    void aGroupIsJoinedAndLeftAndItsCountFollows() {
        int group =
                json("{'name':'Of %s'}".formatted(tag)).post("/api/v1/groups").path("id");
        String all = "'groupId':%d,'filter':{'type':'tag','tag':'%s'}".formatted(group, tag);
        bulk("'action':'ADD_TO_GROUP'," + all).statusCode(200).body("changed", equalTo(2));
        bulk("'action':'ADD_TO_GROUP'," + all).body("matched", equalTo(2)).body("changed", equalTo(0));
        api().get("/api/v1/groups/" + group).then().body("memberCount", equalTo(2));
        bulk("'action':'REMOVE_FROM_GROUP','groupId':%d,'filter':{'type':'group','groupId':%d}".formatted(group, group))
                .statusCode(200)
                .body("changed", equalTo(2));
        api().get("/api/v1/groups/" + group).then().body("memberCount", equalTo(0));
    }

    @Test
    void anOptOutIsWrittenWithItsSourceIntoTheHistory() {
        bulk("'action':'OPT_OUT','source':'letter','contactIds':[%d]".formatted(first))
                .statusCode(200)
                .body("changed", equalTo(1));
        contact(first)
                .body("consent.marketing", equalTo("OPTED_OUT"))
                .body("consent.utility", equalTo("UNKNOWN"))
                .body("consent.source", equalTo("letter"));
        bulk("'action':'OPT_OUT','scope':'ALL','contactIds':[%d]".formatted(first))
                .body("changed", equalTo(1));
        api().get("/api/v1/contacts/" + first + "/consent-history")
                .then()
                .body("items.utility", contains("OPTED_OUT", "UNKNOWN"))
                .body("items.source", contains("API", "letter"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'action':'TAG','tags':['x']                                                        | 400 | contactIds
            'action':'TAG','tags':['x'],'contactIds':[1],'filter':{'type':'tag','tag':'x'}     | 400 | contactIds
            'action':'TAG','contactIds':[1]                                                    | 400 | tags
            'action':'TAG','tags':['a;b'],'contactIds':[1]                                     | 422 | tags
            'action':'DANCE','contactIds':[1]                                                  | 400 | action
            'action':'ADD_TO_GROUP','contactIds':[1]                                           | 400 | groupId
            'action':'ADD_TO_GROUP','groupId':999999999,'contactIds':[1]                       | 422 | groupId
            'action':'OPT_OUT','filter':{'type':'group','groupId':999999999}                   | 422 | filter.groupId
            """)
    void whatMakesNoSenseIsNamed(String body, int status, String field) {
        bulk(body).statusCode(status).body("errors.field", hasItem(field));
    }

    private int person(String tags) {
        return create("{'phone':'%s','tags':['%s'%s]}".formatted(phone(), tag, tags.isEmpty() ? "" : "," + tags))
                .extract()
                .path("id");
    }

    private static ValidatableResponse contact(int id) {
        return api().get("/api/v1/contacts/" + id).then().statusCode(200);
    }

    private static ValidatableResponse bulk(String body) {
        return json("{" + body + "}").post("/api/v1/contacts/bulk").then();
    }
}
