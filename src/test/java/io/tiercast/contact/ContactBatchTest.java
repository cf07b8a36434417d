package io.tiercast.contact;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.json;
import static io.tiercast.contact.People.phone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactBatchTest {

    @Test
    void goodOnesAreStoredAndBadOnesNamed() {
        batch("{'phone':'%s'}, {'phone':'nonsense'}, null, {'phone':'%s','timezone':'Mars/Base'}, {'phone':'%s'}"
                        .formatted(phone(), phone(), phone()))
                .body("items.outcome", contains("CREATED", "REJECTED", "REJECTED", "REJECTED", "CREATED"))
                .body("items.index", contains(0, 1, 2, 3, 4))
                .body("items[1].id", nullValue())
                .body("items[1].reason", containsString("phone"))
                .body("items[3].reason", containsString("timezone"));
    }

    @Test
    void aKnownPhoneIsMergedAndNothingErased() {
        String phone = phone();
        int id = create("""
                {'phone':'%s','name':'Asha','language':'en','attributes':{'city':'Pune','age':30},'tags':['a'],
                 'consent':{'marketing':'OPTED_IN','source':'shop'}}
                """.formatted(phone)).extract().path("id");
        batch("{'phone':'%s','attributes':{'age':31,'vip':true},'tags':['b','a'],'timezone':'Asia/Kolkata'}"
                        .formatted(phone))
                .body("items.outcome", contains("UPDATED"))
                .body("items.id", contains(id));
        api().get("/api/v1/contacts/" + id)
                .then()
                .body("name", equalTo("Asha"))
                .body("language", equalTo("en"))
                .body("timezone", equalTo("Asia/Kolkata"))
                .body("attributes.city", equalTo("Pune"))
                .body("attributes.age", equalTo(31))
                .body("attributes.vip", equalTo(true))
                .body("tags", contains("a", "b"))
                .body("consent.marketing", equalTo("OPTED_IN"))
                .body("consent.source", equalTo("shop"));
    }

    @Test
    void anOptInThatIsOlderThanTheOptOutKeepsIt() {
        String phone = phone();
        int id = create("{'phone':'%s','consent':{'marketing':'OPTED_OUT','source':'shop','at':'2026-03-05T10:00:00Z'}}"
                        .formatted(phone))
                .extract()
                .path("id");
        batch(
                "{'phone':'%s','name':'Asha','consent':{'marketing':'OPTED_IN','utility':'OPTED_IN','at':'2026-03-04T10:00:00Z'}}"
                        .formatted(phone));
        api().get("/api/v1/contacts/" + id)
                .then()
                .body("name", equalTo("Asha"))
                .body("consent.marketing", equalTo("OPTED_OUT"))
                .body("consent.utility", equalTo("OPTED_IN"))
                .body("consent.source", equalTo("shop"))
                .body("consent.at", equalTo("2026-03-05T10:00:00Z"));
        batch("{'phone':'%s','consent':{'marketing':'OPTED_IN','at':'2026-03-06T10:00:00Z'}}".formatted(phone));
        consent(id, "OPTED_IN");
    }

    @Test
    void anOptInWithoutATimeIsGivenNow() {
        String phone = phone();
        int id = create("{'phone':'%s','consent':{'marketing':'OPTED_OUT'}}".formatted(phone))
                .extract()
                .path("id");
        batch("{'phone':'%s','consent':{'marketing':'OPTED_IN'}}".formatted(phone));
        consent(id, "OPTED_IN");
    }

    @Test
    void theNewerWordCountsWhereABatchNamesAPersonTwice() {
        String phone = phone();
        int id = batch("""
                {'phone':'%s','consent':{'marketing':'OPTED_OUT','at':'2026-03-05T10:00:00Z'}},
                {'phone':'%s','consent':{'marketing':'OPTED_IN','at':'2026-03-04T10:00:00Z'}}""".formatted(phone, phone)).extract().path("items[0].id");
        consent(id, "OPTED_OUT");
    }

    @Test
    void theSamePersonTwiceInOneBatchIsOnePerson() {
        String phone = phone();
        int id = batch("{'phone':'%s','name':'First','tags':['a']}, {'phone':'%s','name':'Second','tags':['b']}"
                        .formatted(phone, phone))
                .body("items.outcome", contains("CREATED", "UPDATED"))
                .extract()
                .path("items[1].id");
        api().get("/api/v1/contacts/" + id)
                .then()
                .body("name", equalTo("Second"))
                .body("tags", contains("a", "b"));
    }

    @Test
    void anExternalIdOfSomebodyElseFailsNobodyElse() {
        create("{'phone':'%s','externalId':'taken'}".formatted(phone()));
        batch(
                        "{'phone':'%s','externalId':'taken'}, {'phone':'%s','externalId':'free'}, {'phone':'%s','externalId':'free'}"
                                .formatted(phone(), phone(), phone()))
                .body("items.outcome", contains("REJECTED", "CREATED", "REJECTED"))
                .body("items[0].reason", containsString("externalId"));
    }

    @Test
    void anOptOutIsStoredByABatchAndAnOptInAfterwardsToo() {
        String phone = phone();
        batch("{'phone':'%s','consent':{'marketing':'OPTED_OUT'}}".formatted(phone));
        int id = batch("{'phone':'%s','consent':{'marketing':'OPTED_IN','source':'form'}}".formatted(phone))
                .extract()
                .path("items[0].id");
        api().get("/api/v1/contacts/" + id)
                .then()
                .body("consent.marketing", equalTo("OPTED_IN"))
                .body("consent.source", equalTo("form"));
    }

    @Test
    void aThousandAreTakenAtOnce() {
        batch(phones(1_000)).body("items", hasSize(1_000)).body("items.outcome", everyItem(equalTo("CREATED")));
    }

    @Test
    void oneMoreThanAThousandIsRefused() {
        json("{'contacts':[" + phones(1_001) + "]}")
                .post("/api/v1/contacts/batch")
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"));
    }

    @Test
    void anEmptyBatchIsDoneAtOnce() {
        batch("").body("items", hasSize(0));
    }

    private static String phones(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'phone':'" + phone() + "'}")
                .collect(Collectors.joining(","));
    }

    private static void consent(int id, String marketing) {
        api().get("/api/v1/contacts/" + id).then().body("consent.marketing", equalTo(marketing));
    }

    private static ValidatableResponse batch(String contacts) {
        return json("{'contacts':[" + contacts + "]}")
                .post("/api/v1/contacts/batch")
                .then()
                .statusCode(200);
    }
}
