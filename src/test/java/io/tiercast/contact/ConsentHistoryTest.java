package io.tiercast.contact;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.json;
import static io.tiercast.contact.People.phone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentHistoryTest {

    @Test
    void everyChangeIsKeptWithItsSourceTimeAndEvidence() {
        String phone = phone();
        int id = create("""
                        {'phone':'%s','consent':{'marketing':'OPTED_IN','source':'shop','evidence':'form 7','at':'2026-01-02T03:04:05Z'}}
                        """.formatted(phone))
                .body("consent.evidence", equalTo("form 7"))
                .extract()
                .path("id");
        patch(id, "{'consent':{'marketing':'OPTED_OUT'}}").body("consent.evidence", nullValue());
        json("{'contacts':[{'phone':'%s','consent':{'marketing':'OPTED_IN','source':'fair','evidence':'list 3'}}]}"
                        .formatted(phone))
                .post("/api/v1/contacts/batch")
                .then()
                .statusCode(200);
        history(id)
                .body("items.marketing", contains("OPTED_IN", "OPTED_OUT", "OPTED_IN"))
                .body("items.source", contains("fair", "API", "shop"))
                .body("items.evidence", contains("list 3", null, "form 7"))
                .body("items[2].at", equalTo("2026-01-02T03:04:05Z"))
                .body("items[0].recordedAt", notNullValue());
    }

    @Test
    void whoOptedInOnceDidSoOnceWhateverElseIsChanged() {
        String phone = phone();
        int id = create("{'phone':'%s','tags':['once'],'consent':{'marketing':'OPTED_IN','source':'shop'}}"
                        .formatted(phone))
                .extract()
                .path("id");
        patch(id, "{'consent':{'utility':'OPTED_OUT'}}");
        patch(id, "{'consent':{'source':'fair'}}");
        optedIn(1).body("matched", equalTo(1));
        optedIn(2).body("matched", equalTo(0));
        patch(id, "{'consent':{'marketing':'OPTED_OUT'}}");
        patch(id, "{'consent':{'marketing':'OPTED_IN'}}");
        optedIn(2).body("matched", equalTo(1));
    }

    private static ValidatableResponse optedIn(int atLeast) {
        return json("""
                {'filter':{'type':'all','of':[{'type':'tag','tag':'once'},
                  {'type':'event','name':'consent.opted_in','atLeast':%d}]}}""".formatted(atLeast))
                .post("/api/v1/segments/preview")
                .then()
                .statusCode(200);
    }

    @Test
    void whatLeavesTheConsentAloneIsNoChange() {
        long id = People.contact();
        history(id).body("items", hasSize(0));
        patch(id, "{'consent':{'utility':'OPTED_OUT'}}");
        patch(id, "{'name':'Asha'}");
        patch(id, "{'consent':{'utility':'OPTED_OUT'}}");
        history(id).body("items.utility", contains("OPTED_OUT"));
    }

    @Test
    void theHistoryIsPaged() {
        long id = People.contact();
        patch(id, "{'consent':{'marketing':'OPTED_IN'}}");
        patch(id, "{'consent':{'marketing':'OPTED_OUT'}}");
        String cursor = api().get(path(id) + "?limit=1")
                .then()
                .body("items.marketing", contains("OPTED_OUT"))
                .extract()
                .path("nextCursor");
        api().get(path(id) + "?limit=1&cursor=" + cursor)
                .then()
                .body("items.marketing", contains("OPTED_IN"))
                .body("nextCursor", nullValue());
        api().get(path(999_999_999)).then().statusCode(404);
    }

    @Test
    void aRequestChangesNothingUntilItIsConfirmed() {
        long id = People.contact();
        json("{'source':'newsletter form'}")
                .post("/api/v1/contacts/" + id + "/consent-request")
                .then()
                .statusCode(200)
                .body("consent.marketing", equalTo("UNKNOWN"))
                .body("consent.source", equalTo("newsletter form"))
                .body("consent.requestedAt", notNullValue());
        history(id).body("items.requested", contains(true)).body("items.marketing", contains("UNKNOWN"));
        patch(id, "{'consent':{'marketing':'OPTED_OUT'}}").body("consent.requestedAt", nullValue());
    }

    @Test
    void whoHasOptedInIsNotAskedAgain() {
        int id = create("{'phone':'%s','consent':{'marketing':'OPTED_IN'}}".formatted(phone()))
                .extract()
                .path("id");
        api().post("/api/v1/contacts/" + id + "/consent-request").then().statusCode(409);
        api().post("/api/v1/contacts/999999999/consent-request").then().statusCode(404);
        json("{'source':7}")
                .post("/api/v1/contacts/" + id + "/consent-request")
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse patch(long id, String body) {
        return json(body).patch("/api/v1/contacts/" + id).then().statusCode(200);
    }

    private static ValidatableResponse history(long id) {
        return api().get(path(id)).then().statusCode(200);
    }

    private static String path(long id) {
        return "/api/v1/contacts/" + id + "/consent-history";
    }
}
