package io.tiercast.contact;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.json;
import static io.tiercast.contact.People.phone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.tiercast.boot.Waiting;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuppressionTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Sql sql;

    @Test
    void aPhoneIsListedFoundAndTakenOffAgain() {
        String phone = phone();
        String location = suppress("{'phone':'%s','source':'letter of May'}".formatted(phone))
                .statusCode(201)
                .body("phone", equalTo(phone))
                .body("scope", equalTo("ALL"))
                .body("reason", equalTo("MANUAL"))
                .body("source", equalTo("letter of May"))
                .extract()
                .header("Location");
        listed(phone).body("items", hasSize(1)).body("items[0].phone", equalTo(phone));
        api().get(location).then().statusCode(200);
        api().delete(location).then().statusCode(204);
        api().get(location).then().statusCode(404);
        listed(phone).body("items", hasSize(0));
    }

    @Test
    void aListedPhoneKeepsItsEntryWhichOnlyGrowsWider() {
        String phone = phone();
        int id = suppress("{'phone':'%s','scope':'MARKETING'}".formatted(phone))
                .extract()
                .path("id");
        suppress("{'phone':'%s'}".formatted(phone))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("scope", equalTo("ALL"));
        suppress("{'phone':'%s','scope':'MARKETING'}".formatted(phone))
                .statusCode(200)
                .body("scope", equalTo("ALL"));
    }

    @Test
    void aContactShowsWhatTheListForbidsWheneverItCame() {
        String before = phone();
        int id = create("{'phone':'%s'}".formatted(before))
                .body("suppressed", nullValue())
                .extract()
                .path("id");
        suppress("{'phone':'%s'}".formatted(before));
        api().get("/api/v1/contacts/" + id).then().body("suppressed", equalTo("ALL"));
        found(before, true).body("items", hasSize(1));
        found(before, false).body("items", hasSize(0));

        String after = phone();
        suppress("{'phone':'%s','scope':'MARKETING'}".formatted(after));
        create("{'phone':'%s'}".formatted(after)).body("suppressed", equalTo("MARKETING"));
        api().queryParam("phone", after).delete("/api/v1/suppressions").then().statusCode(204);
        api().queryParam("search", after).get("/api/v1/contacts").then().body("items[0].suppressed", nullValue());
    }

    @Test
    void anEntryAndAContactThatComeInTheSameMomentSeeEachOther() {
        String phone = phone();
        CompletableFuture<Void> commit = new CompletableFuture<>();
        CompletableFuture<?> adding = sql.inTransaction(transaction -> transaction
                        .preparedQuery("insert into contact (phone) values ($1)")
                        .execute(Tuple.of(phone))
                        .chain(() -> Uni.createFrom().completionStage(commit)))
                .subscribeAsCompletionStage();
        Waiting.until("the contact", SOON, () -> listLocks(true) > 0);
        CompletableFuture<?> listing = CompletableFuture.runAsync(() -> suppress("{'phone':'%s'}".formatted(phone)));
        Waiting.until("the entry to wait", SOON, () -> listLocks(false) > 0);
        commit.complete(null);
        CompletableFuture.allOf(adding, listing).join();
        api().queryParam("search", phone).get("/api/v1/contacts").then().body("items.suppressed", contains("ALL"));
    }

    private int listLocks(boolean granted) {
        return sql.first(
                        "select count(*)::integer as n from pg_locks where locktype = 'advisory' and classid = 22 and granted = $1",
                        row -> row.getInteger("n"),
                        granted)
                .await()
                .atMost(SOON);
    }

    @Test
    void anotherPhoneOfAContactIsLookedUpToo() {
        String listed = phone();
        suppress("{'phone':'%s'}".formatted(listed));
        long id = People.contact();
        json("{'phone':'%s'}".formatted(listed))
                .patch("/api/v1/contacts/" + id)
                .then()
                .statusCode(200)
                .body("suppressed", equalTo("ALL"));
        json("{'phone':'%s'}".formatted(phone()))
                .patch("/api/v1/contacts/" + id)
                .then()
                .body("suppressed", nullValue());
    }

    @Test
    void whoOptedOutStaysSuppressedWhenTheContactIsDeletedAndComesBack() {
        String phone = phone();
        int id = create("{'phone':'%s','consent':{'marketing':'OPTED_OUT','source':'STOP'}}".formatted(phone))
                .extract()
                .path("id");
        api().delete("/api/v1/contacts/" + id).then().statusCode(204);
        listed(phone)
                .body("items[0].reason", equalTo("OPTED_OUT"))
                .body("items[0].scope", equalTo("MARKETING"))
                .body("items[0].source", equalTo("STOP"));
        json("{'contacts':[{'phone':'%s','consent':{'marketing':'OPTED_IN'}}]}".formatted(phone))
                .post("/api/v1/contacts/batch")
                .then()
                .body("items.outcome", contains("CREATED"));
        api().queryParam("search", phone)
                .get("/api/v1/contacts")
                .then()
                .body("items[0].suppressed", equalTo("MARKETING"));
    }

    @Test
    void whoDidNotOptOutIsForgottenWithTheContact() {
        String phone = phone();
        int id = create("{'phone':'%s','consent':{'marketing':'OPTED_IN'}}".formatted(phone))
                .extract()
                .path("id");
        api().delete("/api/v1/contacts/" + id).then().statusCode(204);
        listed(phone).body("items", hasSize(0));
    }

    @Test
    void manyPhonesAreListedAtOnceAndWhatIsNoPhoneIsNamed() {
        String known = phone();
        suppress("{'phone':'%s'}".formatted(known));
        json("{'phones':['%s','%s','12','%s']}".formatted(known, phone(), known))
                .post("/api/v1/suppressions/batch")
                .then()
                .statusCode(200)
                .body("added", equalTo(1))
                .body("alreadyListed", equalTo(1))
                .body("unknown", contains("12"));
    }

    @Test
    void theListIsPagedAndChosenByReason() {
        IntStream.range(0, 3).forEach(i -> suppress("{'phone':'%s'}".formatted(phone())));
        String cursor = api().get("/api/v1/suppressions?reason=MANUAL&limit=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract()
                .path("nextCursor");
        api().get("/api/v1/suppressions?reason=MANUAL&limit=2&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.reason", hasItem("MANUAL"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        suppress("{'phone':'12'}").statusCode(422).body("errors.field", contains("phone"));
        suppress("{}").statusCode(400);
        suppress("{'phone':'+919812345678','scope':'SOME'}").statusCode(400);
        api().get("/api/v1/suppressions?phone=nonsense").then().statusCode(400);
        api().delete("/api/v1/suppressions").then().statusCode(400);
        api().queryParam("phone", phone()).delete("/api/v1/suppressions").then().statusCode(404);
        api().delete("/api/v1/suppressions/999999999")
                .then()
                .statusCode(404)
                .body("detail", containsString("999999999"));
    }

    @Test
    void theHashIsNotThatOfThePhoneAlone() {
        String phone = phone();
        suppress("{'phone':'%s'}".formatted(phone));
        String kept = text("select encode(phone_hash, 'hex') from suppression where phone = $1", phone);
        assertNotEquals(text("select encode(sha256(convert_to($1, 'UTF8')), 'hex')", phone), kept);
        assertEquals(text("select encode(phone_hash($1), 'hex')", phone), kept);
    }

    private String text(String statement, Object... arguments) {
        return sql.first(statement, row -> row.getString(0), arguments).await().atMost(Duration.ofSeconds(5));
    }

    private static ValidatableResponse found(String phone, boolean suppressed) {
        return api().queryParam("search", phone)
                .queryParam("suppressed", suppressed)
                .get("/api/v1/contacts")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse suppress(String body) {
        return json(body).post("/api/v1/suppressions").then();
    }

    private static ValidatableResponse listed(String phone) {
        return api().queryParam("phone", phone)
                .get("/api/v1/suppressions")
                .then()
                .statusCode(200);
    }
}
