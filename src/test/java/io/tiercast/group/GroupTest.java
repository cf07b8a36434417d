package io.tiercast.group;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.contact;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.json;
import static io.tiercast.contact.People.phone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroupTest {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Test
    void aGroupIsCreatedListedRenamedAndDeleted() {
        int id = group();
        api().get("/api/v1/groups").then().statusCode(200).body("items.id", hasItem(id));
        json("{'name':'Renamed %d'}".formatted(id))
                .put("/api/v1/groups/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Renamed " + id));
        api().delete("/api/v1/groups/" + id).then().statusCode(204);
        api().get("/api/v1/groups/" + id).then().statusCode(404);
    }

    @Test
    void aNameIsTakenOnce() {
        json("{'name':'Twice'}").post("/api/v1/groups").then().statusCode(201);
        json("{'name':' Twice '}").post("/api/v1/groups").then().statusCode(409);
        json("{'name':'Twice'}").put("/api/v1/groups/" + group()).then().statusCode(409);
    }

    @Test
    void aGroupNeedsAName() {
        json("{}").post("/api/v1/groups").then().statusCode(400);
        json("{'name':'  '}").post("/api/v1/groups").then().statusCode(422).body("errors.field", contains("name"));
        json("{'name':'x','colour':1}").post("/api/v1/groups").then().statusCode(400);
    }

    @Test
    void membersAreAddedByIdAndUnknownOnesNamed() {
        int group = group();
        long first = contact();
        long second = contact();
        members(group, "'contactIds':[%d,%d,%d,999999999]".formatted(first, second, first))
                .body("added", equalTo(2))
                .body("alreadyMembers", equalTo(0))
                .body("unknown", contains(999999999));
        members(group, "'contactIds':[%d]".formatted(first))
                .body("added", equalTo(0))
                .body("alreadyMembers", equalTo(1))
                .body("unknown", hasSize(0));
        assertMembers(group, 2);
    }

    @Test
    void membersAreAddedByPhoneAndUnknownOnesNamed() {
        int group = group();
        String known = phone();
        String unknown = phone();
        create("{'phone':'%s'}".formatted(known));
        members(group, "'phones':['%s','%s','nonsense']".formatted(known, unknown))
                .body("added", equalTo(1))
                .body("unknown", contains(unknown, "nonsense"));
        assertMembers(group, 1);
    }

    @Test
    void membersArePagedNewestFirst() {
        int group = group();
        long first = contact();
        long second = contact();
        long third = contact();
        members(group, "'contactIds':[%d,%d,%d]".formatted(second, third, first));
        String cursor = api().get("/api/v1/groups/" + group + "/members?limit=2")
                .then()
                .statusCode(200)
                .body("items.id", contains((int) third, (int) second))
                .body("nextCursor", notNullValue())
                .extract()
                .path("nextCursor");
        api().get("/api/v1/groups/" + group + "/members?limit=2&cursor=" + cursor)
                .then()
                .body("items.id", contains((int) first))
                .body("nextCursor", nullValue());
    }

    @Test
    void aMemberTakenOffIsStillAContact() {
        int group = group();
        long contact = contact();
        members(group, "'contactIds':[%d]".formatted(contact));
        api().delete("/api/v1/groups/" + group + "/members/" + contact).then().statusCode(204);
        api().delete("/api/v1/groups/" + group + "/members/" + contact).then().statusCode(404);
        api().get("/api/v1/contacts/" + contact).then().statusCode(200);
        assertMembers(group, 0);
    }

    @Test
    void aDeletedContactLeavesItsGroups() {
        int one = group();
        int other = group();
        long contact = contact();
        members(one, "'contactIds':[%d,%d]".formatted(contact, contact()));
        members(other, "'contactIds':[%d]".formatted(contact));
        api().delete("/api/v1/contacts/" + contact).then().statusCode(204);
        assertMembers(one, 1);
        assertMembers(other, 0);
        api().get("/api/v1/groups/" + one + "/members").then().body("items.id", not(hasItem((int) contact)));
    }

    @Test
    void whoToAddIsSaidInOneWay() {
        int group = group();
        json("{}").post("/api/v1/groups/" + group + "/members").then().statusCode(400);
        json("{'contactIds':[1],'phones':['+919812345678']}")
                .post("/api/v1/groups/" + group + "/members")
                .then()
                .statusCode(400);
        json("{'contactIds':['x']}")
                .post("/api/v1/groups/" + group + "/members")
                .then()
                .statusCode(400);
    }

    @Test
    void anUnknownGroupIsNotFound() {
        json("{'contactIds':[1]}")
                .post("/api/v1/groups/999999999/members")
                .then()
                .statusCode(404);
        api().get("/api/v1/groups/999999999/members").then().statusCode(404);
        api().delete("/api/v1/groups/999999999").then().statusCode(404);
        json("{'name':'x y z'}").put("/api/v1/groups/999999999").then().statusCode(404);
    }

    private static int group() {
        return json("{'name':'Group %d'}".formatted(NAMES.incrementAndGet()))
                .post("/api/v1/groups")
                .then()
                .statusCode(201)
                .body("memberCount", equalTo(0))
                .extract()
                .path("id");
    }

    private static ValidatableResponse members(int group, String body) {
        return json("{" + body + "}")
                .post("/api/v1/groups/" + group + "/members")
                .then()
                .statusCode(200);
    }

    private static void assertMembers(int group, int count) {
        api().get("/api/v1/groups/" + group).then().body("memberCount", equalTo(count));
        api().get("/api/v1/groups/" + group + "/members").then().body("items", hasSize(count));
    }
}
